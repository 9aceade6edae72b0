package com.devpayr.spring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.ConfigurationException;
import com.devpayr.jackson.Webhooks;
import com.devpayr.secret.Secret;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.RefreshedProperties;
import com.devpayr.spring.webhook.servlet.WebhookRouteAutoConfiguration;
import com.devpayr.webhook.LicenseGuardRefresher;
import com.devpayr.webhook.WebhookReplayStore;
import com.devpayr.webhook.WebhookVerifier;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
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

    @ParameterizedTest
    @CsvSource({
        "devpayr.webhooks.secret=,devpayr.webhooks.secret is not set",
        "devpayr.webhooks.path=/hooks/**,devpayr.webhooks.path is '/hooks/**'"
    })
    void lazyInitializationDoesNotDeferTheChecks(String property, String message) {
        configured
                .withConfiguration(AutoConfigurations.of(WebhookRouteAutoConfiguration.class))
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withPropertyValues(property)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(message));
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
    @CsvSource({
        "devpayr.webhooks.secret,${SHOP_WEBHOOK_SECRET}",
        "devpayr.webhooks.secret,whsec-${SHOP_WEBHOOK_SECRET}",
        "devpayr.webhooks.secret,${shop.secret:${SHOP_WEBHOOK_SECRET}}",
        "devpayr.webhooks.previous-secrets,${SHOP_WEBHOOK_SECRET}",
        "devpayr.webhooks.previous-secrets[0],${SHOP_WEBHOOK_SECRET}"
    })
    void failsToStartWithAPlaceholderThatCannotBeResolved(String property, String value) {
        configured.withPropertyValues(property + "=" + value).run(context -> assertThat(context.getStartupFailure())
                .hasStackTraceContaining(ConfigurationException.class.getName() + ": " + property.replace("[0]", "")
                        + " is missing: it refers to ${SHOP_WEBHOOK_SECRET}, which is not set"));
    }

    @Test
    void resolvesPlaceholders() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "devpayr.webhooks.secret", "${shop.secret}",
                                "devpayr.webhooks.previous-secrets", "${shop.secret}-1,${unset:whsec-acme-41}",
                                "shop.secret", "whsec-acme-42")));

        assertThat(new WebhookSecrets(environment).get())
                .containsExactly(Secret.of("whsec-acme-42"), Secret.of("whsec-acme-42-1"), Secret.of("whsec-acme-41"));
    }

    @ParameterizedTest
    @CsvSource({
        "devpayr.webhooks.secret,${unset}",
        "devpayr.webhooks.secret,''",
        "devpayr.webhooks.previous-secrets,${unset}",
        "devpayr.webhooks.previous-secrets,short",
        "devpayr.webhooks.previous-secrets[2],whsec-acme-41"
    })
    void keepsTheLastSecretsWhileTheNextOnesAreInvalid(String property, String invalid) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "devpayr.webhooks.secret", "whsec-acme-42", "devpayr.webhooks.previous-secrets[0]", "whsec-acme-40"));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        WebhookSecrets secrets = new WebhookSecrets(environment);

        environment.getPropertySources().addFirst(new MapPropertySource("refreshed", Map.of(property, invalid)));

        assertThat(secrets.get()).containsExactly(Secret.of("whsec-acme-42"), Secret.of("whsec-acme-40"));
    }

    @Test
    void validSecretsOmitTheOthers() {
        MockEnvironment environment = new MockEnvironment();
        RefreshedProperties properties = new RefreshedProperties(environment);
        assertThat(WebhookSecrets.valid(properties)).isEmpty();

        environment.setProperty("devpayr.webhooks.previous-secrets", "whsec-acme-41");
        environment.setProperty("devpayr.webhooks.secret", "${unset}");
        assertThat(WebhookSecrets.valid(properties)).containsExactly(Secret.of("whsec-acme-41"));

        environment.setProperty("devpayr.webhooks.secret", "whsec-acme-42");
        environment.setProperty("devpayr.webhooks.previous-secrets", "short");
        assertThat(WebhookSecrets.valid(properties)).containsExactly(Secret.of("whsec-acme-42"));
    }

    @ParameterizedTest
    @CsvSource({"hooks", "/hooks/**", "/hooks/{id}", "''"})
    void rejectsPathsThatAreNotPlain(String path) {
        assertThat(catchThrowable(() -> WebhookPath.require(path)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("devpayr.webhooks.path is '" + path + "'; it must start with '/'");
    }
}
