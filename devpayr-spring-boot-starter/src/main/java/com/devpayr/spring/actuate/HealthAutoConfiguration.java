package com.devpayr.spring.actuate;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the health indicator. */
@AutoConfiguration(after = GuardAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(LicenseGuard.class)
public final class HealthAutoConfiguration {
    @Bean
    @ConditionalOnEnabledHealthIndicator("devpayr")
    @ConditionalOnMissingBean(name = "devpayrHealthIndicator")
    HealthIndicator devpayrHealthIndicator(LicenseGuard guard) {
        return new LicenseHealthIndicator(guard);
    }
}
