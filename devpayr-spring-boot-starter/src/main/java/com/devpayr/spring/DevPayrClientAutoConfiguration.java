package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration for {@link DevPayr} and {@link AsyncDevPayr}, created by the selected transport, and for the log message
 * about them at startup.
 */
@AutoConfiguration(after = DevPayrAutoConfiguration.class)
@ConditionalOnMissingBean({DevPayr.class, AsyncDevPayr.class})
public final class DevPayrClientAutoConfiguration {
    /** Not lazy, so that an invalid setting or a library of the wrong version fails the start. */
    @Bean
    @Lazy(false)
    DevPayrClients devPayrClients(
            DevPayrConfig config,
            DevPayrProperties properties,
            ObjectProvider<DevPayrTransport> transports,
            ObjectProvider<DevPayrDecorator> decorators) {
        return TransportSelector.select(transports, properties)
                .connect(config)
                .decorated(decorators.orderedStream().toList());
    }

    @Bean
    StartupLog devPayrStartupLog(
            DevPayrConfig config,
            DevPayrProperties properties,
            ObjectProvider<DevPayrTransport> transports,
            ObjectProvider<LicenseGuard> guards) {
        return new StartupLog(TransportSelector.select(transports, properties).name(), config, guards);
    }

    @Bean
    DevPayr devPayr(DevPayrClients clients) {
        return clients.blocking();
    }

    @Bean
    AsyncDevPayr asyncDevPayr(DevPayrClients clients) {
        return clients.asynchronous();
    }
}
