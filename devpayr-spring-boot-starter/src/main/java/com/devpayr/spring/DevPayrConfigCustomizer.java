package com.devpayr.spring;

import com.devpayr.config.DevPayrConfig;

/**
 * Changes the configuration before it is built, after the properties. Several are asked in the order of {@link
 * org.springframework.core.annotation.Order}.
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
    /** Changes the configuration. */
    void customize(DevPayrConfig.Builder config);
}
