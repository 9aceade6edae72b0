package com.devpayr.spring.guard;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.GuardListener;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.DevPayrPortsAutoConfiguration;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.CacheManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/** The license guard of a licensed copy. */
@AutoConfiguration(after = DevPayrPortsAutoConfiguration.class)
@Conditional(OnLicenseKeyCondition.class)
@ConditionalOnProperty(name = "devpayr.guard.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GuardProperties.class)
public final class GuardAutoConfiguration {
    /** Without a path the guard names its own file, which it cannot before it knows the license. */
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
            DevPayrConfig config,
            GuardProperties properties,
            Environment environment,
            ObjectProvider<LeaseStore> stores,
            ObjectProvider<CacheManager> caches,
            ObjectProvider<GuardListener> listeners,
            ObjectProvider<LicenseGuardCustomizer> customizers) {
        LicenseGuard.Builder guard = LicenseGuardConfigurer.configure(
                LicenseGuard.builder(devpayr), properties, environment.getProperty("spring.application.name"));
        LeaseStoreConfigurer.choose(guard, stores, caches, properties.lease().cache());
        listeners.orderedStream().forEach(guard::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(guard));
        return guard.build();
    }

    @Bean
    LicenseGuardLifecycle devPayrGuardStartup(
            LicenseGuard guard, GuardProperties properties, ConfigurableApplicationContext application) {
        return new LicenseGuardLifecycle(guard, properties.startup(), application, GuardAutoConfiguration::inBackground);
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "devpayr-start");
        thread.setDaemon(true);
        thread.start();
    }
}
