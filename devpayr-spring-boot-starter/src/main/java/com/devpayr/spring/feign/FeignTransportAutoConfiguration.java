package com.devpayr.spring.feign;

import com.devpayr.feign.FeignDevPayr;
import com.devpayr.spring.AsyncCallExecutor;
import com.devpayr.spring.DevPayrClientAutoConfiguration;
import com.devpayr.spring.DevPayrTransport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;

/** Auto-configuration for the {@code feign} transport. */
@AutoConfiguration(before = DevPayrClientAutoConfiguration.class)
@ConditionalOnClass(FeignDevPayr.class)
public final class FeignTransportAutoConfiguration {
    @Bean
    DevPayrTransport devPayrFeignTransport(
            ObjectProvider<FeignDevPayrCustomizer> customizers, ObjectProvider<AsyncTaskExecutor> executors) {
        return new FeignTransport(customizers.orderedStream().toList(), AsyncCallExecutor.of(executors));
    }
}
