package com.devpayr.spring.web.servlet;

import com.devpayr.spring.web.DenialResponses;
import com.devpayr.spring.web.EnforcementAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Auto-configuration for the handling of license exceptions in Spring MVC. */
@AutoConfiguration(after = EnforcementAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(HandlerExceptionResolver.class)
@ConditionalOnBean(DenialResponses.class)
public final class LicenseExceptionAutoConfiguration {
    @Bean
    HandlerExceptionResolver devPayrLicenseExceptionResolver(DenialResponses responses) {
        return new LicenseExceptionResolver(responses);
    }
}
