package com.devpayr.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.spring.Contexts;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.beans.BeansEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.condition.ConditionsReportEndpoint;
import org.springframework.boot.actuate.autoconfigure.condition.ConditionsReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.beans.BeansEndpoint;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Secrets with canary values, and endpoints that are configured to show all values. */
class CanaryTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final ApplicationContextRunner application = Contexts.backend()
            .withConfiguration(AutoConfigurations.of(
                    EndpointAutoConfiguration.class,
                    EnvironmentEndpointAutoConfiguration.class,
                    ConfigurationPropertiesReportEndpointAutoConfiguration.class,
                    BeansEndpointAutoConfiguration.class,
                    ConditionsReportEndpointAutoConfiguration.class))
            .withInitializer(context -> context.getEnvironment()
                    .getPropertySources()
                    .addLast(new SystemEnvironmentPropertySource(
                            "test-systemEnvironment",
                            Map.of("DEVPAYR_API_KEY", "canary-variable", "DEVPAYR_SECRET", "canary-variable"))))
            .withPropertyValues(
                    "devpayr.api-key=canary-api-key",
                    "devpayr.license-key=canary-license-key",
                    "devpayr.secret=canary-secret",
                    "devpayr.webhooks.secret=canary-webhook-secret",
                    "devpayr.webhooks.previous-secrets[0]=canary-previous-secret",
                    "devpayr.webhooks.previousSecrets[1]=canary-previous-secret",
                    "devpayr.proxy.host=proxy.example.com",
                    "devpayr.proxy.username=shop",
                    "devpayr.proxy.password=canary-proxy-password",
                    "shop.license=canary-license-key", // as referred to by devpayr.license-key=${shop.license}
                    "shop.signing=canary-webhook-secret", // as referred to by devpayr.webhooks.secret=${shop.signing}
                    "shop.script=deliver --secret=canary-previous-secret",
                    "shop.command=java -jar shop.jar --key=canary-license-key --api=canary-api-key",
                    "devpayr.guard.startup=off",
                    "devpayr.guard.lease.store=memory",
                    "spring.jmx.enabled=true",
                    "management.endpoints.jmx.exposure.include=*",
                    "management.endpoint.env.show-values=always",
                    "management.endpoint.configprops.show-values=always");

    @Test
    void envShowsNoSecret() {
        showsNoSecret("devpayr.api-key", context -> context.getBean(EnvironmentEndpoint.class)
                .environment(null));
        showsNoSecret(
                "******", context -> context.getBean(EnvironmentEndpoint.class).environmentEntry("devpayr.api-key"));
    }

    @Test
    void envShowsOtherValues() {
        application.withPropertyValues("shop.name=Acme").run(context -> assertThat(JSON.writeValueAsString(
                        context.getBean(EnvironmentEndpoint.class).environmentEntry("shop.name")))
                .contains("Acme"));
    }

    @Test
    void configpropsShowsNoSecret() {
        showsNoSecret("connectTimeout", context -> context.getBean(ConfigurationPropertiesReportEndpoint.class)
                .configurationProperties());
    }

    @Test
    void beansShowsNoSecret() {
        showsNoSecret(
                "devPayrConfig", context -> context.getBean(BeansEndpoint.class).beans());
    }

    @Test
    void conditionsShowsNoSecret() {
        showsNoSecret("OnLicenseKeyCondition", context -> context.getBean(ConditionsReportEndpoint.class)
                .conditions());
    }

    @Test
    void theEndpointShowsNoSecret() {
        showsNoSecret("shop.example.com", context -> context.getBean(DevPayrEndpoint.class)
                .show());
    }

    @Test
    void toStringOfBeansShowsNoSecret() {
        application.run(context -> {
            for (String name : context.getBeanDefinitionNames()) {
                if (name.toLowerCase(Locale.ROOT).contains("devpayr")) {
                    assertThat(String.valueOf(context.getBean(name))).as(name).doesNotContain("canary");
                }
            }
        });
    }

    private void showsNoSecret(String landmark, Function<AssertableApplicationContext, Object> endpoint) {
        application.run(context -> {
            String shown = JSON.writeValueAsString(endpoint.apply(context));
            assertThat(shown).contains(landmark).doesNotContain("canary");
        });
    }
}
