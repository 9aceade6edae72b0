package com.devpayr.spring.feign;

import com.devpayr.feign.FeignDevPayr;
import com.devpayr.spring.AsyncCallExecutor;
import com.devpayr.spring.ConfiguredSslBundle;
import com.devpayr.spring.DevPayrClientAutoConfiguration;
import com.devpayr.spring.DevPayrProperties;
import com.devpayr.spring.DevPayrTransport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;

/** Auto-configuration for the {@code feign} transport. */
@AutoConfiguration(before = DevPayrClientAutoConfiguration.class)
@ConditionalOnClass(FeignDevPayr.class)
public final class FeignTransportAutoConfiguration {
    @Bean
    DevPayrTransport devPayrFeignTransport(
            ObjectProvider<FeignDevPayrCustomizer> customizers,
            ObjectProvider<AsyncTaskExecutor> executors,
            ObjectProvider<SslBundles> bundles,
            DevPayrProperties properties) {
        return new FeignTransport(
                customizers.orderedStream().toList(),
                AsyncCallExecutor.of(executors),
                ConfiguredSslBundle.of(properties, bundles));
    }
}
