package com.devpayr.spring.actuate;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** Auto-configuration for the {@code devpayr} endpoint, its info contribution, and the sanitization of secrets. */
@AutoConfiguration(after = GuardAutoConfiguration.class)
@ConditionalOnClass({SanitizingFunction.class, ConditionalOnAvailableEndpoint.class})
public final class ActuatorAutoConfiguration {
    @Bean
    SanitizingFunction devPayrSecretSanitizer(
            ObjectProvider<DevPayr> clients,
            ObjectProvider<AsyncDevPayr> asyncClients,
            ConfigurableEnvironment environment) {
        return new SecretSanitizer(clients, asyncClients, environment);
    }

    @Bean
    @ConditionalOnBean(LicenseGuard.class)
    @ConditionalOnAvailableEndpoint
    @ConditionalOnMissingBean
    DevPayrEndpoint devPayrEndpoint(LicenseGuard guard, DevPayrConfig config) {
        return new DevPayrEndpoint(guard, config, Clock.systemUTC());
    }

    @Bean
    @ConditionalOnBean(LicenseGuard.class)
    @ConditionalOnEnabledInfoContributor("devpayr")
    InfoContributor devPayrInfoContributor(LicenseGuard guard) {
        return new LicenseInfoContributor(guard);
    }
}
