package com.devpayr.spring.web.reactive;

import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.spring.web.EnforcementAutoConfiguration;
import com.devpayr.spring.web.EnforcementService;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;

/** Auto-configuration for license enforcement in Spring WebFlux. */
@AutoConfiguration(after = EnforcementAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebFilter.class)
@ConditionalOnBean(LicenseEnforcer.class)
public final class LicenseWebFilterAutoConfiguration {
    @Bean
    @ConditionalOnBean(EnforcementService.class)
    WebFilter devPayrLicenseWebFilter(EnforcementService enforcement) {
        return new LicenseWebFilter(enforcement);
    }

    @Bean
    WebExceptionHandler devPayrLicenseExceptionHandler(LicenseEnforcer enforcer) {
        return new LicenseExceptionHandler(enforcer);
    }
}
