package com.devpayr.internal.policy;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import java.util.function.BiConsumer;

/**
 * Which headers every request carries: {@code Accept}, {@code User-Agent}, {@code X-Devpayr-Domain}, and the one
 * credential that the operation documents, never both. A body's type and length are the transport's to say.
 *
 * <p>Source: wire contract, sections 1 and 2.
 */
public final class HeaderPolicy {
    private static final String JSON = "application/json";

    private final DevPayrConfig config;
    private final String userAgent;

    /**
     * @param config where credential and domain come from
     * @param transport the transport's name, for the user agent: {@code feign}
     */
    public HeaderPolicy(DevPayrConfig config, String transport) {
        this.config = config;
        this.userAgent = "devpayr-java/" + BuildInfo.VERSION + " (" + transport + ")";
    }

    /**
     * Hands the headers of an operation to a request, name by name.
     *
     * @throws com.devpayr.error.MissingCredentialException when the operation's credential is not configured
     * @throws com.devpayr.error.ConfigurationException when the domain cannot be found out
     */
    public void apply(Operation operation, BiConsumer<String, String> request) {
        String credential = config.credential(operation);
        String domain = config.domain().value();
        request.accept("Accept", JSON);
        request.accept("User-Agent", userAgent);
        request.accept("X-Devpayr-Domain", domain);
        request.accept(operation.credential().header(), credential);
    }
}
