package com.devpayr.spring.startup;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.DevPayrClients;
import com.devpayr.spring.DevPayrProperties;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.spring.TransportSelector;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration that logs the effective configuration at startup, unless the application defines its own clients. */
@AutoConfiguration(after = GuardAutoConfiguration.class)
@ConditionalOnBean(DevPayrClients.class)
public final class StartupLogAutoConfiguration {
    @Bean
    StartupLog devPayrStartupLog(
            DevPayrConfig config,
            DevPayrProperties properties,
            ObjectProvider<DevPayrTransport> transports,
            ObjectProvider<LicenseGuard> guards) {
        return new StartupLog(TransportSelector.select(transports, properties).name(), config, guards);
    }
}
