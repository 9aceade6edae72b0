package com.devpayr.spring.resilience;

import com.devpayr.resilience4j.Resilience;
import com.devpayr.spring.DevPayrClientAutoConfiguration;
import com.devpayr.spring.DevPayrDecorator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Auto-configuration that adds retry, circuit breaker, rate limiter and bulkhead to the clients. */
@AutoConfiguration(before = DevPayrClientAutoConfiguration.class)
@ConditionalOnClass(Resilience.class)
@ConditionalOnProperty(name = "devpayr.resilience.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ResilienceProperties.class)
public final class ResilienceAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Resilience devPayrResilience(ResilienceProperties properties, ObjectProvider<ResilienceCustomizer> customizers) {
        return ResilienceFactory.create(properties, customizers.orderedStream());
    }

    @Bean
    DevPayrDecorator devPayrResilienceDecorator(Resilience resilience) {
        return new ResilienceDecorator(resilience);
    }
}
