package com.devpayr.spring;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import com.devpayr.error.ConfigurationException;
import com.devpayr.operation.Credential;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Creates the client configuration from properties and connection details. */
final class ConfigFactory {
    private ConfigFactory() {}

    /**
     * Creates the configuration and applies the customizers.
     *
     * @param environment environment of the application
     * @param tls TLS settings, or null for those of the JDK
     * @throws ConfigurationException if a setting is invalid, or neither an API key nor a license key is configured
     */
    static DevPayrConfig create(
            DevPayrProperties properties,
            DevPayrConnectionDetails connection,
            Environment environment,
            @Nullable SSLContext tls,
            Stream<DevPayrConfigCustomizer> customizers) {
        DevPayrConfig.Builder config = DevPayrConfig.builder()
                .connectTimeout(properties.connectTimeout())
                .readTimeout(properties.readTimeout())
                .callTimeout(properties.callTimeout())
                .maxConnections(properties.maxConnections())
                .maxResponseBytes(bytes("devpayr.max-response-size", properties.maxResponseSize()))
                .maxPayloadResponseBytes(
                        bytes("devpayr.max-payload-response-size", properties.maxPayloadResponseSize()));
        if (properties.log() != null) {
            config.log(properties.log());
        }
        if (properties.allowPlainHttp()) {
            config.allowPlainHttp();
        }
        if (properties.inferDomain()) {
            config.inferDomain();
        }
        if (properties.requireDomain()) {
            config.requireDomain();
        }
        ProxySettings proxy = ProxyFactory.create(properties.proxy());
        if (proxy != null) {
            config.proxy(proxy);
        }
        if (tls != null) {
            config.sslContext(tls);
        }
        config.environment(
                        connection instanceof PropertiesConnectionDetails configured
                                ? configured
                                : new ConnectionEnvironment(environment))
                .fromEnvironment();
        connect(config, connection);
        customizers.forEach(customizer -> customizer.customize(config));
        return requireCredential(config.build());
    }

    private static void connect(DevPayrConfig.Builder config, DevPayrConnectionDetails connection) {
        String baseUrl = connection.baseUrl();
        if (baseUrl != null) {
            config.baseUrl(baseUrl);
        }
        String domain = connection.domain();
        if (domain != null) {
            config.domain(domain);
        }
        Supplier<ApiKey> apiKey = RefreshableCredential.of(connection::apiKey, ApiKey::of);
        if (apiKey != null) {
            config.apiKey(apiKey);
        }
        Supplier<LicenseKey> licenseKey = RefreshableCredential.of(connection::licenseKey, LicenseKey::of);
        if (licenseKey != null) {
            config.licenseKey(licenseKey);
        }
        Supplier<Secret> secret = RefreshableCredential.of(connection::secret, Secret::of);
        if (secret != null) {
            config.secret(secret);
        }
    }

    private static int bytes(String setting, DataSize size) {
        if (size.toBytes() > Integer.MAX_VALUE) {
            throw new ConfigurationException(setting, "is " + size + "; it must be less than 2 GB");
        }
        return (int) size.toBytes();
    }

    private static DevPayrConfig requireCredential(DevPayrConfig config) {
        if (!config.has(Credential.API_KEY) && !config.has(Credential.LICENSE_KEY)) {
            throw new ConfigurationException(
                    "devpayr.api-key", "and devpayr.license-key are both missing; set at least one of them");
        }
        return config;
    }
}
