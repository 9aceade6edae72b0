package com.devpayr.internal.policy;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import java.util.function.BiConsumer;

/**
 * Adds the headers of every request: {@code Accept}, {@code User-Agent}, {@code X-Devpayr-Domain}, and the one credential of
 * the operation, if it requires one. Headers of the body are added by the transport.
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
     * @throws com.devpayr.error.MissingCredentialException if the credential of the operation is not configured
     * @throws com.devpayr.error.ConfigurationException if the domain cannot be resolved
     */
    public void apply(Operation operation, BiConsumer<String, String> request) {
        Credential credential = operation.credential();
        String value = credential == null ? null : config.credential(operation);
        String domain = config.domain().value();
        request.accept("Accept", JSON);
        request.accept("User-Agent", userAgent);
        request.accept("X-Devpayr-Domain", domain);
        if (credential != null && value != null) {
            request.accept(credential.header(), value);
        }
    }
}
