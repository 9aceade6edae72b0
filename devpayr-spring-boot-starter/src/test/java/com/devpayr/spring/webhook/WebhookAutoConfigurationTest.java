package com.devpayr.spring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.ConfigurationException;
import com.devpayr.jackson.Webhooks;
import com.devpayr.secret.Secret;
import com.devpayr.spring.Contexts;
import com.devpayr.webhook.LicenseGuardRefresher;
import com.devpayr.webhook.WebhookReplayStore;
import com.devpayr.webhook.WebhookVerifier;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

class WebhookAutoConfigurationTest {
    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(Contexts.autoConfigurations())
            .withConfiguration(AutoConfigurations.of(WebhookAutoConfiguration.class))
            .withPropertyValues(Contexts.inMemoryProperties());
    private final WebApplicationContextRunner configured = application.withPropertyValues(
            "devpayr.webhooks.path=/hooks/devpayr", "devpayr.webhooks.secret=whsec-acme-42");

    @Test
    void thereIsNoEndpointUnlessAPathIsSet() {
        application.run(context -> assertThat(context).doesNotHaveBean(Webhooks.class));
        configured.run(context -> assertThat(context)
                .hasSingleBean(Webhooks.class)
                .hasSingleBean(WebhookProcessor.class)
                .hasSingleBean(LicenseGuardRefresher.class));
        configured.withPropertyValues("devpayr.guard.enabled=false").run(context -> assertThat(context)
                .hasSingleBean(Webhooks.class)
                .doesNotHaveBean(LicenseGuardRefresher.class));
    }

    @ParameterizedTest
    @CsvSource({
        "devpayr.webhooks.secret=,devpayr.webhooks.secret is not set",
        "devpayr.webhooks.secret=short,devpayr.webhooks.secret is shorter than 8 characters",
        "devpayr.webhooks.previous-secrets=short,devpayr.webhooks.previous-secrets is shorter than 8 characters",
        "devpayr.webhooks.signed-content={url},signedContent contains {url}",
        "devpayr.webhooks.max-body-size=2GB,devpayr.webhooks.max-body-size is 2147483648B",
        "devpayr.webhooks.header.signature=Signaturé,signatureHeader contains a character that is not ASCII"
    })
    void failsToStartWithAnInvalidSetting(String property, String message) {
        configured.withPropertyValues(property).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message));
    }

    @Test
    void usesTheReplayStoreBean() {
        WebhookReplayStore store = WebhookReplayStore.memory();
        configured.withBean(WebhookReplayStore.class, () -> store).run(context -> assertThat(
                        context.getBean(Webhooks.class))
                .extracting("replayStore")
                .isSameAs(store));
    }

    @Test
    void backsOffFromTheApplicationsVerifier() {
        WebhookVerifier verifier = WebhookVerifier.builder(Secret.of("another-secret"))
                .tolerance(Duration.ofHours(1))
                .build();
        configured.withBean(WebhookVerifier.class, () -> verifier).run(context -> assertThat(
                        context.getBean(Webhooks.class).toString())
                .contains("PT1H"));
    }

    @Test
    void readsTheSecretsAgain() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "devpayr.webhooks.secret", "first-secret", "devpayr.webhooks.previous-secrets", "oldest-secret"));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        WebhookSecrets secrets = new WebhookSecrets(environment);
        assertThat(secrets.get()).containsExactly(Secret.of("first-secret"), Secret.of("oldest-secret"));

        properties.put("devpayr.webhooks.secret", "second-secret");
        properties.put("devpayr.webhooks.previous-secrets", "first-secret");
        assertThat(secrets.get()).containsExactly(Secret.of("second-secret"), Secret.of("first-secret"));

        properties.remove("devpayr.webhooks.secret");
        assertThat(secrets.get()).containsExactly(Secret.of("second-secret"), Secret.of("first-secret"));
    }

    @ParameterizedTest
    @CsvSource({"/,/hooks/devpayr", "/api,/api/hooks/devpayr", "/api/,/api/hooks/devpayr"})
    void thePathFollowsThatOfTheServlet(String servletPath, String expected) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("devpayr.webhooks.path", "/hooks/devpayr")
                .withProperty("spring.mvc.servlet.path", servletPath);

        assertThat(WebhookPath.within(environment)).isEqualTo(expected);
        assertThat(WebhookPath.within(new MockEnvironment())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"hooks", "/hooks/**", "/hooks/{id}", "''"})
    void rejectsPathsThatAreNotPlain(String path) {
        assertThat(catchThrowable(() -> WebhookPath.require(path)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("devpayr.webhooks.path is '" + path + "'; it must start with '/'");
    }
}
