package com.devpayr.spring.method;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** Auto-configuration for {@link com.devpayr.spring.RequiresLicense}. */
@AutoConfiguration(after = GuardAutoConfiguration.class)
public final class RequiresLicenseAutoConfiguration {
    /** Static, so that the configuration class is not instantiated early. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RequiresLicensePostProcessor devPayrRequiresLicense(
            ObjectProvider<LicenseGuard> guard, Environment environment) {
        return new RequiresLicensePostProcessor(
                new LicenseRequirement(guard::getIfAvailable),
                environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
    }
}
