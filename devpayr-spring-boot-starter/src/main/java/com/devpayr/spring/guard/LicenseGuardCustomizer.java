package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;

/**
 * Changes the guard before it is built, after the properties. Several are asked in the order of {@link
 * org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * LicenseGuardCustomizer words(Texts texts) {
 *     return guard -> guard.text(texts::of);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface LicenseGuardCustomizer {
    /** Changes the guard. */
    void customize(LicenseGuard.Builder guard);
}
