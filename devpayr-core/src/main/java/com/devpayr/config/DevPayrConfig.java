package com.devpayr.config;

import static com.devpayr.internal.config.SettingChecks.positive;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.internal.config.ConfigAccess;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.lang.System.Logger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a client, independent of the transport. Immutable. Does no I/O except to read mounted secrets and, if
 * no domain is configured, the fingerprint file.
 *
 * <pre>{@code
 * DevPayrConfig backend = DevPayrConfig.fromEnvironment();
 * DevPayrConfig application = DevPayrConfig.builder().licenseKey(key).domain("shop.example.com").build();
 * }</pre>
 *
 * <p>Each setting is taken from the builder, then from the environment (if {@link Builder#fromEnvironment()} was called),
 * then from the default. The domain is resolved as described in {@link ResolvedDomain.Source}.
 */
public final class DevPayrConfig {
    static {
        ConfigAccess.publish(
                DevPayrConfig.class, DevPayrConfig::canResolveWithoutBlocking, config -> config.hasExplicitProxy);
    }

    private final CredentialSources credentials;
    private final Supplier<ResolvedDomain> domain;
    private final URI baseUrl;
    private final @Nullable ProxySettings proxy;
    private final boolean hasExplicitProxy;
    private final @Nullable SSLContext sslContext;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration callTimeout;
    private final int maxConnections;
    private final int maxResponseBytes;
    private final int maxPayloadResponseBytes;
    private final LogLevel logLevel;
    private final @Nullable Logger logger;

    private DevPayrConfig(ConfigSettings settings) {
        this.credentials = settings.credentials();
        this.domain = settings.domain();
        this.baseUrl = settings.baseUrl();
        this.proxy = settings.proxy(baseUrl);
        this.hasExplicitProxy = proxy != null && settings.proxy != null;
        this.sslContext = settings.sslContext;
        this.connectTimeout = settings.connectTimeout;
        this.readTimeout = settings.readTimeout;
        this.callTimeout = settings.callTimeout;
        this.maxConnections = settings.maxConnections;
        this.maxResponseBytes = settings.maxResponseBytes;
        this.maxPayloadResponseBytes = settings.maxPayloadResponseBytes;
        this.logLevel = settings.logLevel();
        this.logger = settings.logger;
    }

    /** Returns a builder with default settings and no credentials. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Creates a configuration from environment variables.
     *
     * @throws ConfigurationException if a variable is invalid
     */
    public static DevPayrConfig fromEnvironment() {
        return builder().fromEnvironment().build();
    }

    /**
     * Returns the credential that an operation requires. Read from its supplier for every request.
     *
     * @throws MissingCredentialException if it is not configured
     * @throws IllegalArgumentException if the operation requires none
     */
    public String credential(Operation operation) {
        Credential credential = operation.credential();
        if (credential == null) {
            throw new IllegalArgumentException(operation.id() + " requires no credential");
        }
        return credential(operation, credential);
    }

    /**
     * Returns a credential for an operation, such as a raw request. Read from its supplier for every request.
     *
     * @throws MissingCredentialException if it is not configured
     */
    public String credential(Operation operation, Credential credential) {
        return credentials.reveal(operation, credential);
    }

    /** Returns whether a credential is configured. */
    public boolean has(Credential credential) {
        return credentials.of(credential) != null;
    }

    /**
     * Returns whether credential and domain of an operation and the password of the proxy are known. Suppliers, domain
     * resolution and files may do I/O.
     */
    private boolean canResolveWithoutBlocking(Operation operation) {
        return credentials.isKnown(operation.credential())
                && KnownSupplier.isKnown(domain)
                && (proxy == null || proxy.isPasswordKnown());
    }

    /** Returns the injectables' secret, read from its supplier on each call; null if it is not configured. */
    public @Nullable Secret secret() {
        return credentials.revealSecret();
    }

    /**
     * Returns the domain of the running application and its source. Resolved on the first call, then cached.
     *
     * @throws ConfigurationException if the domain is invalid or cannot be resolved
     */
    public ResolvedDomain domain() {
        return domain.get();
    }

    /** Returns the base URL of the API, with a trailing slash. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Returns the proxy for connections to the base URL; null if there is none, or if it does not apply to this host. */
    public @Nullable ProxySettings proxy() {
        return proxy;
    }

    /** Returns the TLS settings of connections to DevPayr; null for those of the JDK. */
    public @Nullable SSLContext sslContext() {
        return sslContext;
    }

    /** Returns the maximum time to wait for a connection. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** Returns the maximum time to wait for the next bytes of a response. */
    public Duration readTimeout() {
        return readTimeout;
    }

    /** Returns the maximum time for a request, from start to the last byte of the response. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /** Returns the maximum number of connections that are kept open. */
    public int maxConnections() {
        return maxConnections;
    }

    /** Returns the maximum size of an operation's response in bytes, after decompression. */
    public int maxResponseBytes(Operation operation) {
        return operation.carriesPayload() ? maxPayloadResponseBytes : maxResponseBytes;
    }

    /** Returns the detail of the log of requests. */
    public LogLevel logLevel() {
        return logLevel;
    }

    /** Returns the logger of requests; null for the logger {@code com.devpayr.calls}. */
    public @Nullable Logger logger() {
        return logger;
    }

    /**
     * Returns a text with all secrets of this configuration masked. A proxy password of fewer than 4 characters is not masked, since
     * it would also mask parts of words; the library itself never writes it to a text.
     */
    public String redact(String text) {
        return SecretMask.apply(text, credentials, proxy);
    }

    /** Returns the base URL and which credentials are configured, without their values. */
    @Override
    public String toString() {
        return "DevPayrConfig[baseUrl=" + baseUrl + ", " + credentials + "]";
    }

    /** A builder for {@link DevPayrConfig}. Not safe for use by multiple threads. */
    public static final class Builder {
        private final ConfigSettings settings = new ConfigSettings();

        private Builder() {}

        /**
         * Sets the API key for backend operations.
         *
         * @throws ConfigurationException if it is not a valid header value
         */
        public Builder apiKey(String apiKey) {
            return apiKey(new FixedSupplier<>(ApiKey.of(apiKey)));
        }

        /** Sets a supplier of the API key, called for every request so that the key can be rotated without a restart. */
        public Builder apiKey(Supplier<ApiKey> apiKey) {
            settings.apiKey = apiKey;
            return this;
        }

        /**
         * Sets the license key of the application.
         *
         * @throws ConfigurationException if it is not a valid header value
         */
        public Builder licenseKey(String licenseKey) {
            return licenseKey(new FixedSupplier<>(LicenseKey.of(licenseKey)));
        }

        /** Sets a supplier of the license key, called for every request. */
        public Builder licenseKey(Supplier<LicenseKey> licenseKey) {
            settings.licenseKey = licenseKey;
            return this;
        }

        /**
         * Sets the secret that injectables are encrypted and signed with.
         *
         * @throws ConfigurationException if it is shorter than 8 characters
         */
        public Builder secret(String secret) {
            return secret(new FixedSupplier<>(Secret.of(secret)));
        }

        /** Sets a supplier of the injectables' secret, called for every use. */
        public Builder secret(Supplier<Secret> secret) {
            settings.secret = secret;
            return this;
        }

        /** Sets the domain of the running application: a domain, a URL whose host is used, or any stable identifier. */
        public Builder domain(String domain) {
            settings.domain = domain;
            return this;
        }

        /**
         * Sets a file that contains the domain, such as the fingerprint file of DevPayr's PHP or Node SDK. Read once, when the
         * domain is first needed; {@link DevPayrConfig#domain()} fails if it cannot be read. Not used if {@link
         * #domain(String)} is set.
         */
        public Builder domainFile(Path file) {
            settings.domainFile = file;
            return this;
        }

        /** Enables domain inference from variables of the application and the hosting platform if no domain is configured. */
        public Builder inferDomain() {
            settings.inferDomain = true;
            return this;
        }

        /** Fails instead of generating a fingerprint if no domain is configured. Recommended in containers. */
        public Builder requireDomain() {
            settings.requireDomain = true;
            return this;
        }

        /** Sets the base URL of the API: https, or http for localhost. Defaults to {@code https://api.devpayr.dev/api/v1/}. */
        public Builder baseUrl(String baseUrl) {
            settings.baseUrl = baseUrl;
            return this;
        }

        /** Allows a plain http base URL for hosts other than localhost. Credentials are then sent unencrypted. */
        public Builder allowPlainHttp() {
            settings.allowPlainHttp = true;
            return this;
        }

        /**
         * Sets the HTTP proxy for connections to DevPayr, without credentials. Defaults to no proxy. Not used for localhost.
         *
         * @throws ConfigurationException if host or port is invalid
         */
        public Builder proxy(String host, int port) {
            return proxy(ProxySettings.of(host, port));
        }

        /** Sets the HTTP proxy for connections to DevPayr. */
        public Builder proxy(ProxySettings proxy) {
            settings.proxy = proxy;
            return this;
        }

        /**
         * Sets the TLS settings of connections to DevPayr: the certificate authorities that are trusted and, for mutual TLS,
         * the client's certificate. Host names are verified in any case. Defaults to the settings of the JDK.
         */
        public Builder sslContext(SSLContext sslContext) {
            settings.sslContext = sslContext;
            return this;
        }

        /** Sets the maximum time to wait for a connection. Defaults to 5 seconds. */
        public Builder connectTimeout(Duration timeout) {
            settings.connectTimeout = positive("connectTimeout", timeout);
            return this;
        }

        /** Sets the maximum time to wait for the next bytes of a response. Defaults to 15 seconds. */
        public Builder readTimeout(Duration timeout) {
            settings.readTimeout = positive("readTimeout", timeout);
            return this;
        }

        /** Sets the maximum time for a request, from start to the last byte of the response. Defaults to 30 seconds. */
        public Builder callTimeout(Duration timeout) {
            settings.callTimeout = positive("callTimeout", timeout);
            return this;
        }

        /**
         * Sets the maximum number of connections that are kept open. Defaults to 1024. With Vert.x further calls wait for one
         * of them. OkHttp opens further connections and closes them after the call. Asynchronous calls over Retrofit have a
         * limit of their own: 1024 at a time, or 16 before Java 21. Clients that the application supplies keep their own limit.
         */
        public Builder maxConnections(int connections) {
            settings.maxConnections = positive("maxConnections", connections);
            return this;
        }

        /** Sets the maximum size of a response in bytes, after decompression. Defaults to 1 MiB. */
        public Builder maxResponseBytes(int bytes) {
            settings.maxResponseBytes = positive("maxResponseBytes", bytes);
            return this;
        }

        /** Sets the maximum size of a response with payloads of injectables, in bytes. Defaults to 64 MiB. */
        public Builder maxPayloadResponseBytes(int bytes) {
            settings.maxPayloadResponseBytes = positive("maxPayloadResponseBytes", bytes);
            return this;
        }

        /**
         * Sets the detail of the log of requests, which never contains credentials or bodies. Defaults to the system property
         * {@code devpayr.log}, then to the environment variable {@code DEVPAYR_LOG}, then to {@link LogLevel#OFF}.
         */
        public Builder log(LogLevel level) {
            settings.logLevel = level;
            return this;
        }

        /** Sets the logger of requests. All lines have the level INFO. Defaults to the logger {@code com.devpayr.calls}. */
        public Builder logger(Logger logger) {
            settings.logger = logger;
            return this;
        }

        /**
         * Reads settings that are not set on this builder from {@code DEVPAYR_API_KEY}, {@code DEVPAYR_LICENSE_KEY}, {@code
         * DEVPAYR_SECRET} and {@code DEVPAYR_BASE_URL}. With the suffix {@code _FILE} a variable contains the path of a file
         * with the value instead, which is read again when it changes. Setting both variables is an error.
         *
         * <p>The proxy is read from the system properties {@code https.proxyHost}, {@code https.proxyPort} and {@code
         * http.nonProxyHosts}, else from the variables {@code HTTPS_PROXY} and {@code NO_PROXY} in upper or lower case.
         */
        public Builder fromEnvironment() {
            settings.readsEnvironment = true;
            return this;
        }

        /** Sets the environment to read variables and system properties from. Defaults to that of the process. */
        public Builder environment(SystemEnvironment environment) {
            settings.environment = environment;
            return this;
        }

        /**
         * Builds the configuration.
         *
         * @throws ConfigurationException if a setting is invalid, or a proxy is set for a plain http base URL
         */
        public DevPayrConfig build() {
            return new DevPayrConfig(settings);
        }
    }
}
