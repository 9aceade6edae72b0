package com.devpayr.config;

import com.devpayr.error.MissingCredentialException;
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
 * DevPayrConfigBuilder#fromEnvironment()} was called), then the default. The domain has an order of its own, see {@link
 * DomainSource}.
 */
public final class DevPayrConfig {
    private final @Nullable Supplier<ApiKey> apiKey;
    private final @Nullable Supplier<LicenseKey> licenseKey;
    private final @Nullable Supplier<Secret> secret;
    private final Supplier<ResolvedDomain> domain;
    private final URI baseUrl;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration callTimeout;
    private final int maxAnswerBytes;
    private final int maxPayloadAnswerBytes;

    DevPayrConfig(DevPayrConfigBuilder builder) {
        this.apiKey = builder.apiKey();
        this.licenseKey = builder.licenseKey();
        this.secret = builder.secret();
        this.domain = builder.domain();
        this.baseUrl = builder.baseUrl();
        this.connectTimeout = builder.connectTimeout;
        this.readTimeout = builder.readTimeout;
        this.callTimeout = builder.callTimeout;
        this.maxAnswerBytes = builder.maxAnswerBytes;
        this.maxPayloadAnswerBytes = builder.maxPayloadAnswerBytes;
    }

    /** A configuration to be built, with every default and no credential. */
    public static DevPayrConfigBuilder builder() {
        return new DevPayrConfigBuilder();
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

    private @Nullable String reveal(Credential credential) {
        return switch (credential) {
            case API_KEY -> apiKey == null ? null : apiKey.get().reveal();
            case LICENSE_KEY -> licenseKey == null ? null : licenseKey.get().reveal();
        };
    }

    /**
     * Whether credential and domain of an operation are at hand, so that asking for them cannot block: the credential was
     * given as a value, or is not configured at all, and the domain has been found. A supplier may do I/O, and so may the
     * first look for a domain; a mounted file does.
     *
     * <p>For transports that have threads which may not block.
     */
    public boolean isAtHand(Operation operation) {
        Supplier<?> credential =
                switch (operation.credential()) {
                    case API_KEY -> apiKey;
                    case LICENSE_KEY -> licenseKey;
                };
        return (credential == null || isAtHand(credential)) && isAtHand(domain);
    }

    private static boolean isAtHand(Supplier<?> source) {
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
    public int maxAnswerBytes(Operation operation) {
        return operation.carriesPayload() ? maxPayloadAnswerBytes : maxAnswerBytes;
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
}
