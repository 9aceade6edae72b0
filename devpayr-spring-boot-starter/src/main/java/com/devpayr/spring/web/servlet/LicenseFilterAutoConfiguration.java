package com.devpayr.spring.web.servlet;

import com.devpayr.spring.web.EnforcementService;
import com.devpayr.spring.web.EnforcementAutoConfiguration;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The filter of a servlet application. */
@AutoConfiguration(after = EnforcementAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Filter.class)
@ConditionalOnBean(EnforcementService.class)
public final class LicenseFilterAutoConfiguration {
    /** Behind the filters that set character encoding, observations and forwarded headers, before all security. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    FilterRegistrationBean<LicenseFilter> devPayrLicenseFilter(EnforcementService admission) {
        FilterRegistrationBean<LicenseFilter> filter = new FilterRegistrationBean<>(new LicenseFilter(admission));
        filter.setOrder(ORDER);
        return filter;
    }
}
