package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;

/**
 * Callback to customize the license guard's builder after the properties have been applied. Customizers are called in the
 * order of {@link org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * LicenseGuardCustomizer messages(Messages messages) {
 *     return builder -> builder.messageFormatter(messages::format);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface LicenseGuardCustomizer {
    /** Customizes the builder. */
    void customize(LicenseGuard.Builder builder);
}
