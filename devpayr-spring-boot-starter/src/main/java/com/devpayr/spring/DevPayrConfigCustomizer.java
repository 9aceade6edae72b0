package com.devpayr.spring;

import com.devpayr.config.DevPayrConfig;

/**
 * Callback to customize the client configuration after the properties have been applied. Customizers are called in the order
 * of {@link org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * DevPayrConfigCustomizer fromVault(Vault vault) {
 *     return config -> config.apiKey(() -> ApiKey.of(vault.read("devpayr")));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface DevPayrConfigCustomizer {
    /** Customizes the builder. */
    void customize(DevPayrConfig.Builder config);
}
