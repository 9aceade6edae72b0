package com.devpayr.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.ServerException;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.vertx.verticle.DevPayrVerticle;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verticle with this module on its class path. */
@Timeout(60)
class VerticleResilienceTest {
    private static final String NO_DELAY = "{\"devpayr.resilience.retry.initial-backoff\": \"1ms\"}";

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final long project = platform.project("Acme").id();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final Vertx vertx = Vertx.vertx();
    private final DevPayrVerticle verticle = new DevPayrVerticle();

    @AfterEach
    void close() {
        vertx.close().await();
        emulator.close();
    }

    private void deploy(String json) {
        JsonObject config = new JsonObject(json)
                .put("devpayr.api-key", platform.createGlobalKey().reveal())
                .put("devpayr.domain", "shop.example.com")
                .put("devpayr.base-url", emulator.baseUrl());
        vertx.deployVerticle(verticle, new DeploymentOptions().setConfig(config))
                .await();
    }

    private void read() {
        verticle.client().projects().get(project).await();
    }

    @Test
    void retriesByDefault() {
        deploy(NO_DELAY);
        platform.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(2));

        read();

        assertThat(platform.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | {\"devpayr\": {\"resilience\": {\"enabled\": false}}}",
                "1 | {\"devpayr\": {\"resilience\": {\"retry\": {\"enabled\": false}}}}",
                "2 | {\"devpayr.resilience.retry\": {\"max-attempts\": 2, \"initial-backoff\": \"1ms\"}}",
            })
    void appliesItsKeys(int requests, String json) {
        deploy(json);
        platform.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(9));

        assertThatExceptionOfType(ServerException.class).isThrownBy(this::read);

        assertThat(platform.requests()).hasSize(requests);
    }

    @Test
    void countsACallWithItsAttemptsOnce() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try {
            deploy(NO_DELAY);
            platform.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(2));
            read();

            assertThat(registry.get("devpayr.client.requests").timers())
                    .singleElement()
                    .satisfies(timer -> assertThat(timer.count()).isEqualTo(1));
        } finally {
            Metrics.removeRegistry(registry);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry.max-attempts | 0 | devpayr.resilience.retry.max-attempts is \"0\"; it must be a whole number of at least 1",
                "circuit-breaker.failure-rate-threshold | 101 | is \"101\"; it must be a number above 0, up to 100",
                "retry.max-backoff | soon | devpayr.resilience.retry.max-backoff is \"soon\"; it must be a duration such as",
                "bulkhead.enabled | maybe | must be one of false, true",
                "deadline | 2d | deadline is PT48H; it must be positive and at most 1 day",
                "rate-limiter.timeout | soon | devpayr.resilience.rate-limiter.timeout is \"soon\"; it must be a duration such as",
                "rate-limiter.limit-refresh-period | 0s | devpayr.resilience.rate-limiter.limit-refresh-period is \"0s\"",
            })
    void namesAnInvalidKey(String key, String value, String message) {
        String json = new JsonObject()
                .put("devpayr.resilience.rate-limiter.enabled", true)
                .put("devpayr.resilience." + key, value)
                .encode();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> deploy(json))
                .withMessageContaining(message);
    }
}
