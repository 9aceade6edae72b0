package com.devpayr.spring.web;

import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import com.devpayr.spring.webhook.WebhookPath;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for license enforcement. Without a guard, only license exceptions are translated to responses; modes that
 * have to respond to requests then fail the start.
 */
@AutoConfiguration(after = GuardAutoConfiguration.class)
@ConditionalOnWebApplication
@EnableConfigurationProperties(EnforcementProperties.class)
public final class EnforcementAutoConfiguration {
    /** Not lazy, so that an invalid setting fails the start. */
    @Bean
    @Lazy(false)
    @ConditionalOnMissingBean
    LicenseEnforcer devPayrLicenseEnforcer(
            EnforcementProperties properties, ObjectProvider<DefaultExclude> defaultExcludes, Environment environment) {
        return LicenseEnforcerFactory.create(
                properties, defaultExcludes.stream().toList(), WebhookPath.of(environment));
    }

    @Bean
    DenialResponses devPayrDenialResponses(LicenseEnforcer enforcer, ObjectProvider<LicenseGuard> guards) {
        return new DenialResponses(enforcer, guards);
    }

    @Bean
    @ConditionalOnBean(LicenseGuard.class)
    EnforcementService devPayrEnforcementService(LicenseEnforcer enforcer, LicenseGuard guard) {
        return new EnforcementService(enforcer, guard);
    }

    /** Not lazy, since the check is its only effect. */
    @Bean
    @Lazy(false)
    @ConditionalOnMissingBean(LicenseGuard.class)
    MissingGuard devPayrMissingGuard(LicenseEnforcer enforcer, Environment environment) {
        return MissingGuard.require(enforcer.mode(), environment);
    }

    /** A predicate for paths that are excluded by default. */
    interface DefaultExclude extends Predicate<String> {}

    /** Configuration for applications with the actuator. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(PathMappedEndpoints.class)
    static class ActuatorConfiguration {
        @Bean
        DefaultExclude devPayrActuatorPaths(ObjectProvider<PathMappedEndpoints> endpoints, Environment environment) {
            return new ActuatorPaths(endpoints, ManagementPortType.get(environment));
        }
    }
}
