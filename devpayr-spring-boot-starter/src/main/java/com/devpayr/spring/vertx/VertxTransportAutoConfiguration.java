package com.devpayr.spring.vertx;

import com.devpayr.spring.DevPayrClientAutoConfiguration;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the {@code vertx} transport. */
@AutoConfiguration(before = DevPayrClientAutoConfiguration.class)
@ConditionalOnClass(VertxDevPayr.class)
public final class VertxTransportAutoConfiguration {
    @Bean
    DevPayrTransport devPayrVertxTransport(
            ObjectProvider<VertxDevPayrCustomizer> customizers, ObjectProvider<Vertx> vertx) {
        return new VertxTransport(customizers.orderedStream().toList(), vertx.getIfUnique());
    }
}
