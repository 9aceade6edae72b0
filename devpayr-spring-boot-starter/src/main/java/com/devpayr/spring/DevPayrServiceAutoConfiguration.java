package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.LicenseService;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.runtime.RuntimeService;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Auto-configuration that makes each service of the clients available as a bean. Lazy: unused services are not created. */
@Lazy
@AutoConfiguration(after = DevPayrClientAdapterAutoConfiguration.class)
public final class DevPayrServiceAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ProjectService devPayrProjects(DevPayr devpayr) {
        return devpayr.projects();
    }

    @Bean
    @ConditionalOnMissingBean
    DomainService devPayrDomains(DevPayr devpayr) {
        return devpayr.domains();
    }

    @Bean
    @ConditionalOnMissingBean
    LicenseService devPayrLicenses(DevPayr devpayr) {
        return devpayr.licenses();
    }

    @Bean
    @ConditionalOnMissingBean
    InjectableService devPayrInjectables(DevPayr devpayr) {
        return devpayr.injectables();
    }

    @Bean
    @ConditionalOnMissingBean
    PaymentService devPayrPayments(DevPayr devpayr) {
        return devpayr.payments();
    }

    @Bean
    @ConditionalOnMissingBean
    RuntimeService devPayrRuntime(DevPayr devpayr) {
        return devpayr.runtime();
    }

    @Bean
    @ConditionalOnMissingBean
    AsyncProjectService devPayrAsyncProjects(AsyncDevPayr devpayr) {
        return devpayr.projects();
    }

    @Bean
    @ConditionalOnMissingBean
    AsyncDomainService devPayrAsyncDomains(AsyncDevPayr devpayr) {
        return devpayr.domains();
    }

    @Bean
    @ConditionalOnMissingBean
    AsyncLicenseService devPayrAsyncLicenses(AsyncDevPayr devpayr) {
        return devpayr.licenses();
    }

    @Bean
    @ConditionalOnMissingBean
    AsyncInjectableService devPayrAsyncInjectables(AsyncDevPayr devpayr) {
        return devpayr.injectables();
    }

    @Bean
    @ConditionalOnMissingBean
    AsyncPaymentService devPayrAsyncPayments(AsyncDevPayr devpayr) {
        return devpayr.payments();
    }

    @Bean
    @ConditionalOnMissingBean
    AsyncRuntimeService devPayrAsyncRuntime(AsyncDevPayr devpayr) {
        return devpayr.runtime();
    }
}
