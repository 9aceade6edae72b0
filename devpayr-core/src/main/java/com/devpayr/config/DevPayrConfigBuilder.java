package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers a {@link DevPayrConfig}. Not safe for use by several threads. */
public final class DevPayrConfigBuilder {
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
    int maxAnswerBytes = MIB;
    int maxPayloadAnswerBytes = 64 * MIB;

    DevPayrConfigBuilder() {}

    /**
     * The backend's key.
     *
     * @throws ConfigurationException when it cannot be a header's value
     */
    public DevPayrConfigBuilder apiKey(String apiKey) {
        return apiKey(new Fixed<>(ApiKey.of(apiKey)));
    }

    /** The backend's key, asked for anew with every request, so that it can be rotated without a restart. */
    public DevPayrConfigBuilder apiKey(Supplier<ApiKey> apiKey) {
        this.apiKey = apiKey;
        return this;
    }

    /**
     * The licensed copy's key.
     *
     * @throws ConfigurationException when it cannot be a header's value
     */
    public DevPayrConfigBuilder licenseKey(String licenseKey) {
        return licenseKey(new Fixed<>(LicenseKey.of(licenseKey)));
    }

    /** The licensed copy's key, asked for anew with every request. */
    public DevPayrConfigBuilder licenseKey(Supplier<LicenseKey> licenseKey) {
        this.licenseKey = licenseKey;
        return this;
    }

    /**
     * The secret of the injectables.
     *
     * @throws ConfigurationException when it is shorter than 8 characters
     */
    public DevPayrConfigBuilder secret(String secret) {
        return secret(new Fixed<>(Secret.of(secret)));
    }

    /** The secret of the injectables, asked for anew each time. */
    public DevPayrConfigBuilder secret(Supplier<Secret> secret) {
        this.secret = secret;
        return this;
    }

    /** Where this copy runs: a domain, a URL whose host is meant, or any stable identifier. */
    public DevPayrConfigBuilder domain(String domain) {
        this.domain = domain;
        return this;
    }

    /** Asks the application's and the hosting's own variables too when nothing names the domain. */
    public DevPayrConfigBuilder inferDomain() {
        this.inferDomain = true;
        return this;
    }

    /** Where DevPayr is, with or without a trailing slash; https, or http to this machine itself. */
    public DevPayrConfigBuilder baseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
        return this;
    }

    /** Lets the base URL be plain http to another machine: for networks that are trusted by other means. */
    public DevPayrConfigBuilder allowPlainHttp() {
        this.allowPlainHttp = true;
        return this;
    }

    /** How long to wait for a connection; 5 s unless set. */
    public DevPayrConfigBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = positive("connectTimeout", timeout);
        return this;
    }

    /** How long to wait for the next bytes of an answer; 15 s unless set. */
    public DevPayrConfigBuilder readTimeout(Duration timeout) {
        this.readTimeout = positive("readTimeout", timeout);
        return this;
    }

    /** How long one request may take as a whole; 30 s unless set. */
    public DevPayrConfigBuilder callTimeout(Duration timeout) {
        this.callTimeout = positive("callTimeout", timeout);
        return this;
    }

    /** How many bytes an answer may have; 1 MiB unless set. */
    public DevPayrConfigBuilder maxAnswerBytes(int bytes) {
        this.maxAnswerBytes = positive("maxAnswerBytes", bytes);
        return this;
    }

    /** How many bytes an answer that carries injectables' payloads may have; 64 MiB unless set. */
    public DevPayrConfigBuilder maxPayloadAnswerBytes(int bytes) {
        this.maxPayloadAnswerBytes = positive("maxPayloadAnswerBytes", bytes);
        return this;
    }

    /**
     * Takes what is not set here from {@code DEVPAYR_API_KEY}, {@code DEVPAYR_LICENSE_KEY}, {@code DEVPAYR_SECRET} and
     * {@code DEVPAYR_BASE_URL}. Each can instead be the content of a file that the variable with {@code _FILE} behind
     * its name names; such a file is read again when it changes. Both at once is an error.
     */
    public DevPayrConfigBuilder fromEnvironment() {
        this.readEnvironment = true;
        return this;
    }

    /** Another environment than this process's own, for everything that asks one. */
    public DevPayrConfigBuilder environment(SystemEnvironment environment) {
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
        return explicit == null ? new Once<>(() -> resolver.resolve(null)) : new Fixed<>(resolver.resolve(explicit));
    }

    URI baseUrl() {
        if (baseUrl != null) {
            return BaseUrl.parse("baseUrl", baseUrl, allowPlainHttp);
        }
        Supplier<String> variable = fromEnvironment("DEVPAYR_BASE_URL", url -> url);
        return variable == null ? BaseUrl.DEFAULT : BaseUrl.parse("DEVPAYR_BASE_URL", variable.get(), allowPlainHttp);
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
