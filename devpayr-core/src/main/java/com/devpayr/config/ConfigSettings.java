package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import com.devpayr.operation.Credential;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.lang.System.Logger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link DevPayrConfig.Builder}, with their defaults. The methods resolve a setting: the value that was set
 * on the builder, else that of the environment, else the default.
 */
final class ConfigSettings {
    private static final int MIB = 1024 * 1024;

    @Nullable
    Supplier<ApiKey> apiKey;

    @Nullable
    Supplier<LicenseKey> licenseKey;

    @Nullable
    Supplier<Secret> secret;

    @Nullable
    String domain;

    @Nullable
    Path domainFile;

    boolean inferDomain;
    boolean requireDomain;

    @Nullable
    String baseUrl;

    boolean allowPlainHttp;

    @Nullable
    ProxySettings proxy;

    @Nullable
    SSLContext sslContext;

    Duration connectTimeout = Duration.ofSeconds(5);
    Duration readTimeout = Duration.ofSeconds(15);
    Duration callTimeout = Duration.ofSeconds(30);
    int maxConnections = 1024;
    int maxResponseBytes = MIB;
    int maxPayloadResponseBytes = 64 * MIB;

    @Nullable
    LogLevel logLevel;

    @Nullable
    Logger logger;

    boolean readsEnvironment;
    SystemEnvironment environment = SystemEnvironment.system();

    CredentialSources credentials() {
        return new CredentialSources(
                CredentialSource.of(
                        "apiKey",
                        apiKey != null ? apiKey : fromEnvironment(Credential.API_KEY.variable(), ApiKey::of),
                        ApiKey::reveal),
                CredentialSource.of(
                        "licenseKey",
                        licenseKey != null
                                ? licenseKey
                                : fromEnvironment(Credential.LICENSE_KEY.variable(), LicenseKey::of),
                        LicenseKey::reveal),
                CredentialSource.of(
                        "secret",
                        secret != null ? secret : fromEnvironment("DEVPAYR_SECRET", Secret::of),
                        Secret::reveal));
    }

    Supplier<ResolvedDomain> domain() {
        DomainResolver resolver = new DomainResolver(environment, inferDomain, requireDomain);
        String explicit = domain;
        Path file = domainFile;
        return explicit == null
                ? new MemoizingSupplier<>(() -> resolver.resolve(
                        file == null
                                ? null
                                : MountedFile.create("domainFile", file).get()))
                : new FixedSupplier<>(resolver.resolve(explicit));
    }

    URI baseUrl() {
        if (baseUrl != null) {
            return BaseUrl.parse("baseUrl", baseUrl, allowPlainHttp);
        }
        Supplier<String> variable = fromEnvironment("DEVPAYR_BASE_URL", url -> url);
        return variable == null ? BaseUrl.DEFAULT : BaseUrl.parse("DEVPAYR_BASE_URL", variable.get(), allowPlainHttp);
    }

    LogLevel logLevel() {
        return logLevel != null ? logLevel : LogLevel.from(environment);
    }

    /** Returns the proxy for connections to a base URL; null if there is none, or if it does not apply to this host. */
    @Nullable
    ProxySettings proxy(URI target) {
        boolean isEncrypted = target.getScheme().equalsIgnoreCase("https");
        ProxySettings found = proxy == null && readsEnvironment && isEncrypted
                ? EnvironmentProxy.find(environment, target.getHost())
                : proxy;
        if (found == null || !found.appliesTo(target.getHost())) {
            return null;
        }
        if (!isEncrypted) {
            throw new ConfigurationException(
                    "proxy",
                    "would receive all credentials, since the base URL is plain http; use https, or add "
                            + target.getHost() + " to noProxy");
        }
        return found;
    }

    private <T> @Nullable Supplier<T> fromEnvironment(String name, Function<String, T> converter) {
        return readsEnvironment ? EnvironmentSetting.find(environment, name, converter) : null;
    }
}
