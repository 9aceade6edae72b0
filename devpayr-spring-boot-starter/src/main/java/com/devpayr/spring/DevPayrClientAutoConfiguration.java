package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Both clients, when the application brings neither: made by the transport, and decorated. */
@AutoConfiguration(after = DevPayrAutoConfiguration.class)
@ConditionalOnMissingBean({DevPayr.class, AsyncDevPayr.class})
public final class DevPayrClientAutoConfiguration {
    @Bean
    DevPayrClients devPayrClients(
            DevPayrConfig config,
            DevPayrProperties properties,
            ObjectProvider<DevPayrTransport> transports,
            ObjectProvider<DevPayrDecorator> decorators) {
        DevPayrTransport transport =
                TransportSelector.choose(transports.orderedStream().toList(), properties.transport());
        return transport.connect(config).decorated(decorators.orderedStream().toList());
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
