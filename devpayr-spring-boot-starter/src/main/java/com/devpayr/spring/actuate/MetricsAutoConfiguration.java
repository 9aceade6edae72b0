package com.devpayr.spring.actuate;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the license metrics. */
@AutoConfiguration(after = GuardAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(LicenseGuard.class)
public final class MetricsAutoConfiguration {
    @Bean
    MeterBinder devPayrLicenseMeterBinder(LicenseGuard guard) {
        return new LicenseMeterBinder(guard, Clock.systemUTC());
    }
}
