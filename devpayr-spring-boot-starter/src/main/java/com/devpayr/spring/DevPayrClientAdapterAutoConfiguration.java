package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Auto-configuration that adapts an application's own client: a {@link DevPayr} bean is made available as {@link AsyncDevPayr},
 * and the reverse.
 */
@AutoConfiguration(after = DevPayrClientAutoConfiguration.class)
@ConditionalOnMissingBean(DevPayrClients.class)
public final class DevPayrClientAdapterAutoConfiguration {
    @Bean
    @ConditionalOnBean(AsyncDevPayr.class)
    @ConditionalOnMissingBean
    DevPayr devPayr(AsyncDevPayr async) {
        return async.blocking();
    }

    @Bean
    @ConditionalOnBean(DevPayr.class)
    @ConditionalOnMissingBean
    AsyncDevPayr asyncDevPayr(DevPayr blocking, ObjectProvider<AsyncTaskExecutor> executors) {
        return blocking.async(AsyncCallExecutor.of(executors));
    }
}
