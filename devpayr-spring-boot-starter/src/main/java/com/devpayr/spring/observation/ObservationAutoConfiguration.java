package com.devpayr.spring.observation;

import com.devpayr.spring.DevPayrClientAutoConfiguration;
import com.devpayr.spring.DevPayrDecorator;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration that observes each call of the clients: a timer, and a span if tracing is enabled. */
@AutoConfiguration(
        before = DevPayrClientAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
public final class ObservationAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CallObservationConvention devPayrObservationConvention() {
        return new CallObservationConvention() {};
    }

    @Bean
    DevPayrDecorator devPayrObservation(ObservationRegistry registry, CallObservationConvention convention) {
        return new ObservingDecorator(registry, convention);
    }
}
