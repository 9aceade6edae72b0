package com.devpayr.spring.web.servlet;

import com.devpayr.spring.web.EnforcementAutoConfiguration;
import com.devpayr.spring.web.EnforcementService;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Auto-configuration for license enforcement in servlet applications. */
@AutoConfiguration(after = EnforcementAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Filter.class)
@ConditionalOnBean(EnforcementService.class)
public final class LicenseFilterAutoConfiguration {
    /** After the filters for character encoding, observations and forwarded headers, before security filters. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    FilterRegistrationBean<LicenseFilter> devPayrLicenseFilter(EnforcementService enforcement) {
        FilterRegistrationBean<LicenseFilter> filter = new FilterRegistrationBean<>(new LicenseFilter(enforcement));
        filter.setOrder(ORDER);
        return filter;
    }
}
