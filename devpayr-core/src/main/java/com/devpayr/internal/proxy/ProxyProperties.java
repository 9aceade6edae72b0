package com.devpayr.internal.proxy;

import com.devpayr.config.ProxySettings;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.config.SettingNames;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties below {@code devpayr.proxy}, with the rules that Spring Boot and the verticle have in common. */
public final class ProxyProperties {
    private static final String PREFIX = SettingNames.PROPERTY_PREFIX + "proxy.";
    private static final int DEFAULT_PORT = 3128;

    private @Nullable String host;
    private @Nullable Integer port;
    private @Nullable String username;
    private @Nullable String password;
    private @Nullable Path passwordFile;
    private List<String> noProxy = List.of();

    /** Creates properties of which none is set. */
    public ProxyProperties() {}

    /** Sets the host; null for the proxy of the environment. */
    public void host(@Nullable String value) {
        host = value;
    }

    /** Sets the port; null for 3128. */
    public void port(@Nullable Integer value) {
        port = value;
    }

    /** Sets the user name; null if the proxy requires no credentials. */
    public void username(@Nullable String value) {
        username = value;
    }

    /** Sets the password; null if it is empty or in a file. */
    public void password(@Nullable String value) {
        password = value;
    }

    /** Sets the file that contains the password; null if there is none. */
    public void passwordFile(@Nullable Path value) {
        passwordFile = value;
    }

    /** Sets the hosts that are connected to without the proxy. */
    public void noProxy(List<String> value) {
        noProxy = value;
    }

    /**
     * Returns the settings; null if no property is set.
     *
     * @throws ConfigurationException if a property is invalid, or requires another one that is not set
     */
    public @Nullable ProxySettings toSettings() {
        if (host == null) {
            requireUnset("host", "port", port);
            requireUnset("host", "username", username);
            requireUnset("host", "password", password);
            requireUnset("host", "password-file", passwordFile);
            requireUnset("host", "no-proxy", noProxy.isEmpty() ? null : noProxy);
            return null;
        }
        ProxySettings.Builder proxy =
                ProxySettings.builder(host, port == null ? DEFAULT_PORT : port).noProxy(noProxy.toArray(String[]::new));
        addCredentials(proxy);
        return proxy.build();
    }

    private void addCredentials(ProxySettings.Builder proxy) {
        if (username == null) {
            requireUnset("username", "password", password);
            requireUnset("username", "password-file", passwordFile);
        } else if (passwordFile == null) {
            proxy.credentials(username, password == null ? "" : password);
        } else if (password == null) {
            proxy.credentials(username, passwordFile);
        } else {
            throw new ConfigurationException(
                    PREFIX + "password-file", "and " + PREFIX + "password are both set; remove one of them");
        }
    }

    private static void requireUnset(String missing, String dependent, @Nullable Object value) {
        if (value != null) {
            throw new ConfigurationException(
                    PREFIX + missing, "is missing, but " + PREFIX + dependent + " is set; set both or neither");
        }
    }
}
