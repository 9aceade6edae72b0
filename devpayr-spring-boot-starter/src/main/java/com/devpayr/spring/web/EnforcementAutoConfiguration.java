package com.devpayr.spring.web;

import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import com.devpayr.spring.webhook.WebhookPath;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Auto-configuration for license enforcement. Without a guard, only license exceptions are translated to responses. */
@AutoConfiguration(after = GuardAutoConfiguration.class)
@ConditionalOnWebApplication
@EnableConfigurationProperties(EnforcementProperties.class)
public final class EnforcementAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    LicenseEnforcer devPayrLicenseEnforcer(EnforcementProperties properties, Environment environment) {
        return LicenseEnforcerFactory.create(
                properties,
                environment.getProperty("management.endpoints.web.base-path", "/actuator"),
                WebhookPath.within(environment));
    }

    @Bean
    @ConditionalOnBean(LicenseGuard.class)
    EnforcementService devPayrEnforcementService(
            LicenseEnforcer enforcer, LicenseGuard guard, EnforcementProperties properties) {
        return new EnforcementService(enforcer, guard, properties);
    }
}
