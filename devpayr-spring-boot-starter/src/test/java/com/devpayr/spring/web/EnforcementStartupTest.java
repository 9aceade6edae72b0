package com.devpayr.spring.web;

import static com.devpayr.spring.web.EnforcementContexts.ENFORCEMENT;
import static com.devpayr.spring.web.EnforcementContexts.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.ConfigurationException;
import com.devpayr.spring.Contexts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.server.WebFilter;

/** Tests which filters are created, and configurations with which an application does not start. */
class EnforcementStartupTest {
    private final WebApplicationContextRunner servlets = EnforcementContexts.servlets();
    private final ReactiveWebApplicationContextRunner reactive = EnforcementContexts.reactive();

    /** Denials need the encoding and are observed; users need not log in to receive them. */
    @Test
    void filtersRunAfterEncodingAndObservationsAndBeforeSecurity() {
        int observations = Ordered.HIGHEST_PRECEDENCE + 1;
        int security = -100;
        servlets.run(context -> assertThat(
                        context.getBean(FilterRegistrationBean.class).getOrder())
                .isGreaterThan(observations)
                .isLessThan(security));
        reactive.run(context -> assertThat(context.getBean(WebFilter.class))
                .isInstanceOfSatisfying(Ordered.class, filter -> assertThat(filter.getOrder())
                        .isGreaterThan(observations)
                        .isLessThan(security)));
    }

    @Test
    void createsNoFilterWithoutALicenseKey() {
        servlets.withPropertyValues("devpayr.guard.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "redirect"})
    void doesNotStartInAModeThatRespondsToRequestsWithoutAGuard(String mode) {
        String[] properties = {"devpayr.enforcement.mode=" + mode, "devpayr.enforcement.redirect=/buy"};
        servlets.withPropertyValues(properties)
                .withPropertyValues("devpayr.guard.enabled=false")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("devpayr.enforcement.mode is '" + mode + "'")
                        .hasMessageContaining("devpayr.guard.enabled is false"));
        reactive.withPropertyValues(properties)
                .withPropertyValues("devpayr.guard.enabled=false")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void doesNotStartInModePageWithAnEmptyLicenseKey() {
        new WebApplicationContextRunner()
                .withConfiguration(Contexts.autoConfigurations())
                .withConfiguration(ENFORCEMENT)
                .withPropertyValues(PAGE, "devpayr.transport=feign", "devpayr.api-key=a-key")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addLast(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment", Map.of("DEVPAYR_LICENSE_KEY", ""))))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("no license key is configured"));
    }

    @Test
    void doesNotStartIfTheApplicationsEnforcerWouldHaveNoGuard() {
        servlets.withPropertyValues("devpayr.guard.enabled=false")
                .withBean(LicenseEnforcer.class, () -> LicenseEnforcer.builder(EnforcementMode.PAGE)
                        .build())
                .run(context -> assertThat(context).hasFailed());
    }
}
