package com.devpayr.spring.web.reactive;

import com.devpayr.gate.Gate;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.web.GateAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.server.WebFilter;

/** The filter of a reactive application. */
@AutoConfiguration(after = GateAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(WebFilter.class)
@ConditionalOnBean(Gate.class)
public final class LicenseWebFilterAutoConfiguration {
    @Bean
    WebFilter devPayrLicenseWebFilter(Gate gate, LicenseGuard guard) {
        return new LicenseWebFilter(gate, guard);
    }
}
