package com.devpayr.internal.policy;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds the headers of every request: {@code Accept}, {@code User-Agent}, {@code X-Devpayr-Domain}, and the one credential of
 * the operation, if it requires one. Options of the call take the place of the configuration and add headers. Headers of the
 * body are added by the transport.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport and Credentials.
 */
public final class HeaderPolicy {
    private static final String JSON = "application/json";

    private final DevPayrConfig config;
    private final String userAgent;

    /**
     * Creates a policy.
     *
     * @param config supplies credential and domain
     * @param transport name of the transport in the {@code User-Agent}, such as {@code feign}
     */
    public HeaderPolicy(DevPayrConfig config, String transport) {
        this.config = config;
        this.userAgent = "devpayr-java/" + BuildInfo.VERSION + " (" + transport + ")";
    }

    /**
     * Passes the headers of an operation to a request, one by one.
     *
     * @param credential the credential to send; null for none
     * @param options the options of the call
     * @throws com.devpayr.error.MissingCredentialException if the options do not contain the credential of the operation and
     *     it is not configured
     * @throws com.devpayr.error.ConfigurationException if the domain cannot be resolved
     */
    public void apply(
            Operation operation,
            @Nullable Credential credential,
            CallOptions options,
            BiConsumer<String, String> request) {
        String value = credential == null ? null : value(operation, credential, options);
        String domain = options.domain() == null ? config.domain().value() : options.domain();
        request.accept("Accept", JSON);
        request.accept("User-Agent", userAgent);
        request.accept("X-Devpayr-Domain", domain);
        if (credential != null && value != null) {
            request.accept(credential.header(), value);
        }
        if (!options.headers().isEmpty()) { // avoids the iterator of an empty map
            options.headers().forEach(request);
        }
    }

    private String value(Operation operation, Credential credential, CallOptions options) {
        String value = value(credential, options);
        return value == null ? config.credential(operation, credential) : value;
    }

    private static @Nullable String value(Credential credential, CallOptions options) {
        ApiKey apiKey = options.apiKey();
        LicenseKey licenseKey = options.licenseKey();
        return switch (credential) {
            case API_KEY -> apiKey == null ? null : apiKey.reveal();
            case LICENSE_KEY -> licenseKey == null ? null : licenseKey.reveal();
        };
    }
}
