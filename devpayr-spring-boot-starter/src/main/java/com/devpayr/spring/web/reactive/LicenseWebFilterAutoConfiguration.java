package com.devpayr.spring.web.reactive;

import com.devpayr.spring.web.DenialResponses;
import com.devpayr.spring.web.EnforcementAutoConfiguration;
import com.devpayr.spring.web.EnforcementService;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;

/** Auto-configuration for license enforcement in Spring WebFlux. */
@AutoConfiguration(after = EnforcementAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebFilter.class)
@ConditionalOnBean(DenialResponses.class)
public final class LicenseWebFilterAutoConfiguration {
    @Bean
    @ConditionalOnBean(EnforcementService.class)
    WebFilter devPayrLicenseWebFilter(EnforcementService enforcement, ApplicationContext application) {
        return new LicenseWebFilter(enforcement, application);
    }

    @Bean
    WebExceptionHandler devPayrLicenseExceptionHandler(DenialResponses responses) {
        return new LicenseExceptionHandler(responses);
    }
}
