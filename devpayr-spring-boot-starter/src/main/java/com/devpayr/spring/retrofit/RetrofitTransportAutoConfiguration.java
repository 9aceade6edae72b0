package com.devpayr.spring.retrofit;

import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.spring.DevPayrClientAutoConfiguration;
import com.devpayr.spring.DevPayrTransport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the {@code retrofit} transport. */
@AutoConfiguration(before = DevPayrClientAutoConfiguration.class)
@ConditionalOnClass(RetrofitDevPayr.class)
public final class RetrofitTransportAutoConfiguration {
    @Bean
    DevPayrTransport devPayrRetrofitTransport(ObjectProvider<RetrofitDevPayrCustomizer> customizers) {
        return new RetrofitTransport(customizers.orderedStream().toList());
    }
}
