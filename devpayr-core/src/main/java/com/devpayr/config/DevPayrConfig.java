package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.internal.config.ConfigAccess;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a client needs to know, the same for every transport. Immutable; holds no connection and does no I/O
 * but to read mounted secrets and, when nothing else names this copy's domain, its fingerprint.
 *
 * <pre>{@code
 * DevPayrConfig backend = DevPayrConfig.fromEnvironment();
 * DevPayrConfig copy = DevPayrConfig.builder().licenseKey(key).domain("shop.example.com").build();
 * }</pre>
 *
 * <p>Precedence, for each setting by itself: the builder, then the environment (only when {@link
 * Builder#fromEnvironment()} was called), then the default. The domain has an order of its own, see {@link
 * DomainSource}.
 */
public final class DevPayrConfig {
    static {
        ConfigAccess.publish(DevPayrConfig.class, DevPayrConfig::canResolveWithoutBlocking);
    }

    private final @Nullable Supplier<ApiKey> apiKey;
    private final @Nullable Supplier<LicenseKey> licenseKey;
    private final @Nullable Supplier<Secret> secret;
    private final Supplier<ResolvedDomain> domain;
    private final URI baseUrl;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration callTimeout;
    private final int maxResponseBytes;
    private final int maxPayloadResponseBytes;

    DevPayrConfig(Builder builder) {
        this.apiKey = builder.apiKey();
        this.licenseKey = builder.licenseKey();
        this.secret = builder.secret();
        this.domain = builder.domain();
        this.baseUrl = builder.baseUrl();
        this.connectTimeout = builder.connectTimeout;
        this.readTimeout = builder.readTimeout;
        this.callTimeout = builder.callTimeout;
        this.maxResponseBytes = builder.maxResponseBytes;
        this.maxPayloadResponseBytes = builder.maxPayloadResponseBytes;
    }

    /** A configuration to be built, with every default and no credential. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The configuration that this process's environment describes.
     *
     * @throws com.devpayr.error.ConfigurationException when a variable there cannot be used
     */
    public static DevPayrConfig fromEnvironment() {
        return builder().fromEnvironment().build();
    }

    /**
     * The credential that an operation carries, asked for anew with every request.
     *
     * @throws MissingCredentialException when it is not configured
     */
    public String credential(Operation operation) {
        String value = reveal(operation.credential());
        if (value == null) {
            throw new MissingCredentialException(operation);
        }
        return value;
    }

    /** Returns whether a credential is configured. */
    public boolean has(Credential credential) {
        return supplier(credential) != null;
    }

    private @Nullable String reveal(Credential credential) {
        return switch (credential) {
            case API_KEY -> apiKey == null ? null : apiKey.get().reveal();
            case LICENSE_KEY -> licenseKey == null ? null : licenseKey.get().reveal();
        };
    }

    /** Returns whether credential and domain of an operation are known: a supplier or the search for a domain may do I/O. */
    private boolean canResolveWithoutBlocking(Operation operation) {
        Supplier<?> credential = supplier(operation.credential());
        return (credential == null || isKnown(credential)) && isKnown(domain);
    }

    private @Nullable Supplier<?> supplier(Credential credential) {
        return switch (credential) {
            case API_KEY -> apiKey;
            case LICENSE_KEY -> licenseKey;
        };
    }

    private static boolean isKnown(Supplier<?> source) {
        return source instanceof Fixed<?> || (source instanceof Once<?> once && once.isKnown());
    }

    /** The secret of the injectables, asked for anew each time; null when it is not configured. */
    public @Nullable Secret secret() {
        return secret == null ? null : secret.get();
    }

    /**
     * This copy's runtime identifier and where it came from; found at the first call and then kept.
     *
     * @throws com.devpayr.error.ConfigurationException when what was found cannot be used
     */
    public ResolvedDomain domain() {
        return domain.get();
    }

    /** Where DevPayr is; ends with a slash. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** How long to wait for a connection. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long to wait for the next bytes of an answer. */
    public Duration readTimeout() {
        return readTimeout;
    }

    /** How long one request may take as a whole, its answer's last byte included. */
    public Duration callTimeout() {
        return callTimeout;
    }

    /** How many bytes an operation's answer may have after decompression. */
    public int maxResponseBytes(Operation operation) {
        return operation.carriesPayload() ? maxPayloadResponseBytes : maxResponseBytes;
    }

    /** A text without whatever is secret in this configuration. */
    public String redact(String text) {
        return Stream.of(
                        known(apiKey, ApiKey::reveal),
                        known(licenseKey, LicenseKey::reveal),
                        known(secret, Secret::reveal))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(String::length).reversed()) // one can be a part of another
                .reduce(text, (clean, value) -> clean.replace(value, "****"));
    }

    /** Empty also when it cannot be read at the moment: that must not stand in the way of the error being told. */
    private static <T> Optional<String> known(@Nullable Supplier<T> source, Function<T, String> reveal) {
        try {
            return source == null ? Optional.empty() : Optional.of(reveal.apply(source.get()));
        } catch (RuntimeException unavailable) {
            return Optional.empty();
        }
    }

    /** Where it points and which credentials it has, not what they are. */
    @Override
    public String toString() {
        return "DevPayrConfig[baseUrl=" + baseUrl + ", apiKey=" + presence(apiKey) + ", licenseKey="
                + presence(licenseKey) + ", secret=" + presence(secret) + "]";
    }

    private static String presence(@Nullable Object value) {
        return value == null ? "none" : "****";
    }

    /** Gathers a {@link DevPayrConfig}. Not safe for use by several threads. */
    public static final class Builder {
        private static final int MIB = 1024 * 1024;

        private @Nullable Supplier<ApiKey> apiKey;
        private @Nullable Supplier<LicenseKey> licenseKey;
        private @Nullable Supplier<Secret> secret;
        private @Nullable String domain;
        private @Nullable String baseUrl;
        private boolean inferDomain;
        private boolean allowPlainHttp;
        private boolean readEnvironment;
        private SystemEnvironment environment = SystemEnvironment.system();
        Duration connectTimeout = Duration.ofSeconds(5);
        Duration readTimeout = Duration.ofSeconds(15);
        Duration callTimeout = Duration.ofSeconds(30);
        int maxResponseBytes = MIB;
        int maxPayloadResponseBytes = 64 * MIB;

        Builder() {}

        /**
         * The backend's key.
         *
         * @throws ConfigurationException when it cannot be a header's value
         */
        public Builder apiKey(String apiKey) {
            return apiKey(new Fixed<>(ApiKey.of(apiKey)));
        }

        /** The backend's key, asked for anew with every request, so that it can be rotated without a restart. */
        public Builder apiKey(Supplier<ApiKey> apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /**
         * The licensed copy's key.
         *
         * @throws ConfigurationException when it cannot be a header's value
         */
        public Builder licenseKey(String licenseKey) {
            return licenseKey(new Fixed<>(LicenseKey.of(licenseKey)));
        }

        /** The licensed copy's key, asked for anew with every request. */
        public Builder licenseKey(Supplier<LicenseKey> licenseKey) {
            this.licenseKey = licenseKey;
            return this;
        }

        /**
         * The secret of the injectables.
         *
         * @throws ConfigurationException when it is shorter than 8 characters
         */
        public Builder secret(String secret) {
            return secret(new Fixed<>(Secret.of(secret)));
        }

        /** The secret of the injectables, asked for anew each time. */
        public Builder secret(Supplier<Secret> secret) {
            this.secret = secret;
            return this;
        }

        /** Where this copy runs: a domain, a URL whose host is meant, or any stable identifier. */
        public Builder domain(String domain) {
            this.domain = domain;
            return this;
        }

        /** Asks the application's and the hosting's own variables too when nothing names the domain. */
        public Builder inferDomain() {
            this.inferDomain = true;
            return this;
        }

        /** Where DevPayr is, with or without a trailing slash; https, or http to this machine itself. */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        /** Lets the base URL be plain http to another machine: for networks that are trusted by other means. */
        public Builder allowPlainHttp() {
            this.allowPlainHttp = true;
            return this;
        }

        /** How long to wait for a connection; 5 s unless set. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = positive("connectTimeout", timeout);
            return this;
        }

        /** How long to wait for the next bytes of an answer; 15 s unless set. */
        public Builder readTimeout(Duration timeout) {
            this.readTimeout = positive("readTimeout", timeout);
            return this;
        }

        /** How long one request may take as a whole; 30 s unless set. */
        public Builder callTimeout(Duration timeout) {
            this.callTimeout = positive("callTimeout", timeout);
            return this;
        }

        /** How many bytes an answer may have; 1 MiB unless set. */
        public Builder maxResponseBytes(int bytes) {
            this.maxResponseBytes = positive("maxResponseBytes", bytes);
            return this;
        }

        /** How many bytes an answer that carries injectables' payloads may have; 64 MiB unless set. */
        public Builder maxPayloadResponseBytes(int bytes) {
            this.maxPayloadResponseBytes = positive("maxPayloadResponseBytes", bytes);
            return this;
        }

        /**
         * Takes what is not set here from {@code DEVPAYR_API_KEY}, {@code DEVPAYR_LICENSE_KEY}, {@code DEVPAYR_SECRET} and
         * {@code DEVPAYR_BASE_URL}. Each can instead be the content of a file that the variable with {@code _FILE} behind
         * its name names; such a file is read again when it changes. Both at once is an error.
         */
        public Builder fromEnvironment() {
            this.readEnvironment = true;
            return this;
        }

        /** Another environment than this process's own, for everything that asks one. */
        public Builder environment(SystemEnvironment environment) {
            this.environment = environment;
            return this;
        }

        /**
         * The configuration.
         *
         * @throws ConfigurationException when a setting cannot be used
         */
        public DevPayrConfig build() {
            return new DevPayrConfig(this);
        }

        @Nullable
        Supplier<ApiKey> apiKey() {
            return apiKey != null ? apiKey : fromEnvironment("DEVPAYR_API_KEY", ApiKey::of);
        }

        @Nullable
        Supplier<LicenseKey> licenseKey() {
            return licenseKey != null ? licenseKey : fromEnvironment("DEVPAYR_LICENSE_KEY", LicenseKey::of);
        }

        @Nullable
        Supplier<Secret> secret() {
            return secret != null ? secret : fromEnvironment("DEVPAYR_SECRET", Secret::of);
        }

        Supplier<ResolvedDomain> domain() {
            DomainResolver resolver = new DomainResolver(environment, inferDomain);
            String explicit = domain;
            return explicit == null
                    ? new Once<>(() -> resolver.resolve(null))
                    : new Fixed<>(resolver.resolve(explicit));
        }

        URI baseUrl() {
            if (baseUrl != null) {
                return BaseUrl.parse("baseUrl", baseUrl, allowPlainHttp);
            }
            Supplier<String> variable = fromEnvironment("DEVPAYR_BASE_URL", url -> url);
            return variable == null
                    ? BaseUrl.DEFAULT
                    : BaseUrl.parse("DEVPAYR_BASE_URL", variable.get(), allowPlainHttp);
        }

        /** The setting, whose first value has been looked at, so that a bad one is refused now and not later. */
        private <T> @Nullable Supplier<T> fromEnvironment(String name, Function<String, T> type) {
            Supplier<String> text = readEnvironment ? EnvironmentSetting.find(environment, name) : null;
            if (text == null) {
                return null;
            }
            return text instanceof Fixed<String> fixed ? fixed.map(type) : new Remembered<>(text, type);
        }

        private static Duration positive(String setting, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new ConfigurationException(setting, "is " + value + "; it must be longer than zero");
            }
            return value;
        }

        private static int positive(String setting, int value) {
            if (value < 1) {
                throw new ConfigurationException(setting, "is " + value + "; it must be 1 or more");
            }
            return value;
        }
    }
}
