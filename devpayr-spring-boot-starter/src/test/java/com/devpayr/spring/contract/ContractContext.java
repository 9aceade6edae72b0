package com.devpayr.spring.contract;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.spring.DevPayrAutoConfiguration;
import com.devpayr.spring.DevPayrClientAdapterAutoConfiguration;
import com.devpayr.spring.DevPayrClientAutoConfiguration;
import com.devpayr.spring.DevPayrServiceAutoConfiguration;
import com.devpayr.spring.feign.FeignTransportAutoConfiguration;
import com.devpayr.spring.inmemory.InMemoryAutoConfiguration;
import com.devpayr.spring.retrofit.RetrofitTransportAutoConfiguration;
import com.devpayr.spring.vertx.VertxTransportAutoConfiguration;
import com.devpayr.testkit.InMemoryDevPayr;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Creates application contexts for the contract tests, with the configuration of the test. */
final class ContractContext {
    private ContractContext() {}

    static AnnotationConfigApplicationContext context(String transport, DevPayrConfig config) {
        return context(transport, config, InMemoryDevPayr.create());
    }

    static AnnotationConfigApplicationContext context(String transport, DevPayrConfig config, InMemoryDevPayr fake) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("devpayr.transport", transport)));
        context.registerBean(DevPayrConfig.class, () -> config);
        context.registerBean(InMemoryDevPayr.class, () -> fake);
        context.register(
                FeignTransportAutoConfiguration.class,
                RetrofitTransportAutoConfiguration.class,
                VertxTransportAutoConfiguration.class,
                InMemoryAutoConfiguration.class,
                DevPayrAutoConfiguration.class,
                DevPayrClientAutoConfiguration.class,
                DevPayrClientAdapterAutoConfiguration.class,
                DevPayrServiceAutoConfiguration.class);
        context.refresh();
        return context;
    }
}
