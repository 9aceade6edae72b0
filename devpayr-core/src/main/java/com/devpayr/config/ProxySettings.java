package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an HTTP proxy. Connections to DevPayr are tunnels through the proxy ({@code CONNECT}), with TLS from this
 * client to DevPayr: the proxy sees the host name, but neither requests nor credentials of DevPayr. Immutable.
 *
 * <pre>{@code
 * ProxySettings proxy = ProxySettings.builder("proxy.example.com", 3128)
 *         .credentials("shop", Path.of("/run/secrets/proxy-password"))
 *         .noProxy("localhost", ".internal.example.com")
 *         .build();
 * DevPayrConfig config = DevPayrConfig.builder().apiKey(key).proxy(proxy).build();
 * }</pre>
 */
public final class ProxySettings {
    private static final int MAX_PORT = 65_535;

    private final String host;
    private final int port;
    private final @Nullable String username;
    private final @Nullable Supplier<String> password;
    private final NoProxyHosts noProxy;

    private ProxySettings(Builder builder) {
        this.host = builder.host;
        this.port = builder.port;
        this.username = builder.username;
        this.password = builder.password;
        this.noProxy = new NoProxyHosts(builder.noProxy);
    }

    /**
     * Creates settings without credentials.
     *
     * @param host host name or IP address, without a scheme
     * @throws ConfigurationException if host or port is invalid
     */
    public static ProxySettings of(String host, int port) {
        return builder(host, port).build();
    }

    /**
     * Returns a builder for settings with credentials or excluded hosts.
     *
     * @param host host name or IP address, without a scheme
     * @throws ConfigurationException if host or port is invalid
     */
    public static Builder builder(String host, int port) {
        return new Builder(host, port);
    }

    /** Returns the host name or IP address of the proxy. */
    public String host() {
        return host;
    }

    /** Returns the port of the proxy. */
    public int port() {
        return port;
    }

    /** Returns the user name for the proxy; null if it requires no credentials. */
    public @Nullable String username() {
        return username;
    }

    /** Returns the password for the proxy, read again from its file if that has changed; null if there is no user name. */
    public @Nullable String password() {
        return password == null ? null : password.get();
    }

    /** Returns whether the password can be read without I/O. */
    boolean isPasswordKnown() {
        return password == null || KnownSupplier.isKnown(password);
    }

    /**
     * Returns whether connections to a host use the proxy. Always false for {@code localhost} and loopback addresses, which
     * are those of the proxy's own machine when the proxy resolves them.
     */
    public boolean appliesTo(String targetHost) {
        return !noProxy.contains(targetHost);
    }

    /** Returns host and port, without the credentials. */
    @Override
    public String toString() {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }

    /** A builder for {@link ProxySettings}. Not safe for use by multiple threads. */
    public static final class Builder {
        private final String host;
        private final int port;
        private final List<String> noProxy = new ArrayList<>();
        private @Nullable String username;
        private @Nullable Supplier<String> password;

        private Builder(String host, int port) {
            this.host = NoProxyHosts.canonical(host);
            this.port = port;
            if (this.host.isEmpty() || !NoProxyHosts.isHost(this.host)) {
                throw new ConfigurationException(
                        "proxy", "is not a host; set a host name or an IP address, without a scheme or a port");
            }
            if (port < 1 || port > MAX_PORT) {
                throw new ConfigurationException("port", "of the proxy is " + port + "; it must be 1 to " + MAX_PORT);
            }
        }

        /**
         * Sets the credentials for the proxy, which are sent to it with Basic authentication when a connection is opened,
         * unencrypted.
         *
         * @throws ConfigurationException if the user name is empty or contains a colon
         */
        public Builder credentials(String username, String password) {
            return credentials(username, new FixedSupplier<>(password));
        }

        /**
         * Sets the credentials for the proxy, with the password from a file. The file is read again when it changes.
         *
         * @throws ConfigurationException if the user name is empty or contains a colon, or the file cannot be read
         */
        public Builder credentials(String username, Path passwordFile) {
            return credentials(username, MountedFile.create("passwordFile", passwordFile));
        }

        private Builder credentials(String user, Supplier<String> source) {
            if (user.isEmpty() || user.indexOf(':') >= 0) {
                throw new ConfigurationException(
                        "username",
                        "of the proxy is empty or contains a colon, which Basic authentication cannot express");
            }
            this.username = user;
            this.password = source;
            return this;
        }

        /**
         * Adds hosts that are connected to without the proxy. Case does not matter.
         *
         * @param hosts host names, IP addresses, suffixes such as {@code .example.com} for all subdomains or {@code *example.com},
         *     prefixes such as {@code 10.*}, or {@code *} for all hosts
         * @throws ConfigurationException if one is none of these
         */
        public Builder noProxy(String... hosts) {
            for (String pattern : hosts) {
                noProxy.add(NoProxyHosts.requirePattern(pattern));
            }
            return this;
        }

        /** Creates the settings. */
        public ProxySettings build() {
            return new ProxySettings(this);
        }
    }
}
