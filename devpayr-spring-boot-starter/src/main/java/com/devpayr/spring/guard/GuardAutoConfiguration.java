package com.devpayr.spring.guard;

import com.devpayr.AsyncDevPayr;
import com.devpayr.guard.GuardListener;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.DevPayrServiceAutoConfiguration;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.CacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/** Auto-configuration for the license guard of an application with a license key. */
@AutoConfiguration(after = DevPayrServiceAutoConfiguration.class)
@Conditional(OnLicenseKeyCondition.class)
@ConditionalOnProperty(name = "devpayr.guard.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GuardProperties.class)
public final class GuardAutoConfiguration {
    /** Only if a path is set: the default file name depends on the license, so the guard determines it. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("devpayr.guard.lease.path")
    LeaseStore devPayrFileLeaseStore(GuardProperties properties) {
        return LeaseStore.file(Path.of(String.valueOf(properties.lease().path())));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(name = "devpayr.guard.lease.store", havingValue = "memory")
    LeaseStore devPayrMemoryLeaseStore() {
        return LeaseStore.memory();
    }

    @Bean
    @ConditionalOnMissingBean
    LicenseGuard licenseGuard(
            AsyncDevPayr devpayr,
            GuardProperties properties,
            Environment environment,
            ObjectProvider<LeaseStore> stores,
            ObjectProvider<CacheManager> caches,
            ObjectProvider<GuardListener> listeners,
            ObjectProvider<LicenseGuardCustomizer> customizers) {
        LicenseGuard.Builder builder = LicenseGuardConfigurer.configure(
                LicenseGuard.builder(devpayr), properties, environment.getProperty("spring.application.name"));
        LeaseStoreConfigurer.configure(
                builder, devpayr.config(), stores, caches, properties.lease().cache());
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    LicenseGuardLifecycle devPayrLicenseGuardLifecycle(LicenseGuard guard, GuardProperties properties) {
        return new LicenseGuardLifecycle(guard, properties.startup(), GuardAutoConfiguration::runInBackground);
    }

    private static void runInBackground(Runnable task) {
        Thread thread = new Thread(task, "devpayr-start");
        thread.setDaemon(true);
        thread.start();
    }
}
