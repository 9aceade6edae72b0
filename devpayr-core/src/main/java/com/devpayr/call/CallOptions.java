package com.devpayr.call;

import com.devpayr.config.ResolvedDomain;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.model.HeaderName;
import com.devpayr.internal.model.HeaderValue;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Options of single calls, which take the place of the client's configuration. Immutable.
 *
 * <pre>{@code
 * CallOptions quick = CallOptions.builder().timeout(Duration.ofSeconds(2)).header("traceparent", trace).build();
 * devpayr.withOptions(quick).licenses().get(projectId, licenseId);
 * }</pre>
 *
 * <p>For code around a call, use {@code devpayr.with(interceptor)}.
 */
public final class CallOptions {
    private static final Duration MAX_TIMEOUT = Duration.ofDays(1);
    private static final int MIN_MASKED_HEADER_LENGTH = 8;
    private static final String MASK = "****";
    private static final CallOptions NONE = new CallOptions(new Builder());

    private final @Nullable Duration timeout;
    private final Map<String, String> headers;
    private final @Nullable String domain;
    private final @Nullable ApiKey apiKey;
    private final @Nullable LicenseKey licenseKey;

    private CallOptions(Builder builder) {
        this.timeout = builder.timeout;
        this.headers = builder.headers.isEmpty() ? Map.of() : Collections.unmodifiableMap(builder.copyOfHeaders());
        this.domain = builder.domain;
        this.apiKey = builder.apiKey;
        this.licenseKey = builder.licenseKey;
    }

    /** Returns no options: every call uses the configuration of its client. */
    public static CallOptions none() {
        return NONE;
    }

    /** Returns a builder without options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the maximum time for each request; null for the configured {@code callTimeout}. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** Returns the additional headers by name, in any case; unmodifiable, possibly empty. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the domain to send; null for the configured one. */
    public @Nullable String domain() {
        return domain;
    }

    /** Returns the API key of operations that require one; null for the configured one. */
    public @Nullable ApiKey apiKey() {
        return apiKey;
    }

    /** Returns the license key of operations that require one; null for the configured one. */
    public @Nullable LicenseKey licenseKey() {
        return licenseKey;
    }

    /** Returns whether no option is set. */
    public boolean isEmpty() {
        return timeout == null && headers.isEmpty() && domain == null && apiKey == null && licenseKey == null;
    }

    /** Returns these options with those of another object added, which win where both are set. Headers win one by one. */
    public CallOptions mergedWith(CallOptions other) {
        if (isEmpty() || other.isEmpty()) {
            return other.isEmpty() ? this : other;
        }
        Builder merged = new Builder();
        merged.addAll(this);
        merged.addAll(other);
        return merged.build();
    }

    /** Returns a text with the credentials of these options masked, and header values of at least 8 characters. */
    public String redact(String text) {
        return Stream.of(
                        Stream.ofNullable(apiKey).map(ApiKey::reveal),
                        Stream.ofNullable(licenseKey).map(LicenseKey::reveal),
                        headers.values().stream().filter(value -> value.length() >= MIN_MASKED_HEADER_LENGTH))
                .flatMap(values -> values)
                .sorted(Comparator.comparingInt(String::length).reversed()) // one may contain another
                .reduce(text, (clean, value) -> clean.replace(value, MASK));
    }

    /** Returns the options that are set, with credentials and header values masked. */
    @Override
    public String toString() {
        Map<String, String> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.keySet().forEach(name -> masked.put(name, MASK));
        return "CallOptions[timeout=" + timeout + ", headers=" + masked + ", domain=" + domain + ", apiKey=" + apiKey
                + ", licenseKey=" + licenseKey + "]";
    }

    /** A builder for {@link CallOptions}. Not safe for use by multiple threads. */
    public static final class Builder {
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private @Nullable Duration timeout;
        private @Nullable String domain;
        private @Nullable ApiKey apiKey;
        private @Nullable LicenseKey licenseKey;

        private Builder() {}

        /**
         * Sets the maximum time for each request, from start to the last byte of the response, in place of the configured
         * {@code callTimeout}. The connect and read timeouts remain in effect. A call that is retried has this time for each
         * attempt.
         *
         * @param timeout up to one day
         * @throws ConfigurationException if it is not positive, or longer
         */
        public Builder timeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MAX_TIMEOUT) > 0) {
                throw new ConfigurationException(
                        "timeout", "is " + timeout + "; it must be positive and at most one day");
            }
            this.timeout = timeout;
            return this;
        }

        /**
         * Adds a header, for example for tracing. Replaces an earlier value of the same name.
         *
         * @param value printable ASCII characters
         * @throws ConfigurationException if name or value are not allowed in HTTP, or if this library sets the header
         */
        public Builder header(String name, String value) {
            headers.put(HeaderName.requireAdditional(name), HeaderValue.require("header " + name, value));
            return this;
        }

        /**
         * Sets the domain to send in place of the configured one.
         *
         * @param domain a domain, a URL whose host is used, or any stable identifier
         * @throws ConfigurationException if it is invalid
         */
        public Builder domain(String domain) {
            this.domain = ResolvedDomain.of(domain).value();
            return this;
        }

        /**
         * Sets the API key of operations that require one.
         *
         * @throws ConfigurationException if it is not a valid header value
         */
        public Builder apiKey(String apiKey) {
            return apiKey(ApiKey.of(apiKey));
        }

        /** Sets the API key of operations that require one. */
        public Builder apiKey(ApiKey apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /**
         * Sets the license key of operations that require one.
         *
         * @throws ConfigurationException if it is not a valid header value
         */
        public Builder licenseKey(String licenseKey) {
            return licenseKey(LicenseKey.of(licenseKey));
        }

        /** Sets the license key of operations that require one. */
        public Builder licenseKey(LicenseKey licenseKey) {
            this.licenseKey = licenseKey;
            return this;
        }

        private void addAll(CallOptions options) {
            headers.putAll(options.headers);
            timeout = options.timeout == null ? timeout : options.timeout;
            domain = options.domain == null ? domain : options.domain;
            apiKey = options.apiKey == null ? apiKey : options.apiKey;
            licenseKey = options.licenseKey == null ? licenseKey : options.licenseKey;
        }

        private Map<String, String> copyOfHeaders() {
            Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            copy.putAll(headers);
            return copy;
        }

        /** Builds the options. */
        public CallOptions build() {
            return new CallOptions(this);
        }
    }
}
