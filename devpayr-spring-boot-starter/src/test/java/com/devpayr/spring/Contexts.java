package com.devpayr.spring;

import com.devpayr.spring.actuate.ActuatorAutoConfiguration;
import com.devpayr.spring.actuate.HealthAutoConfiguration;
import com.devpayr.spring.actuate.MetricsAutoConfiguration;
import com.devpayr.spring.feign.FeignTransportAutoConfiguration;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import com.devpayr.spring.injectable.InjectableAutoConfiguration;
import com.devpayr.spring.inmemory.InMemoryAutoConfiguration;
import com.devpayr.spring.observation.ObservationAutoConfiguration;
import com.devpayr.spring.resilience.ResilienceAutoConfiguration;
import com.devpayr.spring.retrofit.RetrofitTransportAutoConfiguration;
import com.devpayr.spring.vertx.VertxTransportAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Application contexts with all auto-configurations. */
public final class Contexts {
    private static final AutoConfigurations ALL = AutoConfigurations.of(
            SslAutoConfiguration.class,
            TaskExecutionAutoConfiguration.class,
            DevPayrAutoConfiguration.class,
            DevPayrClientAutoConfiguration.class,
            DevPayrClientAdapterAutoConfiguration.class,
            DevPayrServiceAutoConfiguration.class,
            FeignTransportAutoConfiguration.class,
            RetrofitTransportAutoConfiguration.class,
            VertxTransportAutoConfiguration.class,
            InMemoryAutoConfiguration.class,
            InjectableAutoConfiguration.class,
            ResilienceAutoConfiguration.class,
            GuardAutoConfiguration.class,
            ActuatorAutoConfiguration.class,
            HealthAutoConfiguration.class,
            MetricsAutoConfiguration.class,
            ObservationAutoConfiguration.class);

    private Contexts() {}

    /** Returns a runner with every transport on the class path and no properties. */
    public static ApplicationContextRunner bare() {
        return new ApplicationContextRunner().withConfiguration(ALL);
    }

    /** Returns a runner for a backend that uses Feign. */
    public static ApplicationContextRunner backend() {
        return bare().withPropertyValues(
                        "devpayr.transport=feign", "devpayr.api-key=a-key", "devpayr.domain=shop.example.com");
    }

    /** Returns a runner that uses the in-memory transport. The guard checks on demand and stores the lease in memory. */
    public static ApplicationContextRunner inMemory() {
        return bare().withPropertyValues(inMemoryProperties());
    }

    /** Returns the auto-configurations, for other types of runners. */
    public static AutoConfigurations autoConfigurations() {
        return ALL;
    }

    /** Returns the properties of {@link #inMemory()}. */
    public static String[] inMemoryProperties() {
        return new String[] {
            "devpayr.transport=in-memory", "devpayr.guard.startup=off", "devpayr.guard.lease.store=memory"
        };
    }
}
