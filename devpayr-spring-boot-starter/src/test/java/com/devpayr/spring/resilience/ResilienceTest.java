package com.devpayr.spring.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.resilience4j.Resilience;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.DevPayrDecorator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ResilienceTest {
    private final ApplicationContextRunner application =
            Contexts.inMemory().withPropertyValues("devpayr.resilience.retry.initial-backoff=1ms");

    @Test
    void retriesSafeRequestsWithBothClients() {
        application.run(context -> {
            InMemoryDevPayr fake = context.getBean(InMemoryDevPayr.class);
            fake.stubNext(Operation.PROJECT_LIST, StubResponse.of(503).times(2));
            assertThat(context.getBean(DevPayr.class).projects().listAll()).hasSize(1);
            fake.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(2));
            assertThat(context.getBean(AsyncDevPayr.class).projects().get(1)).succeedsWithin(Duration.ofSeconds(10));

            assertThat(fake.requests()).hasSize(6);
        });
    }

    @Test
    void bindsTheNumberOfAttempts() {
        application
                .withPropertyValues("devpayr.resilience.retry.max-attempts=2")
                .run(context -> {
                    InMemoryDevPayr fake = context.getBean(InMemoryDevPayr.class);
                    fake.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(5));

                    assertThatExceptionOfType(ServerException.class)
                            .isThrownBy(() ->
                                    context.getBean(DevPayr.class).projects().get(1));
                    assertThat(fake.requests()).hasSize(2);
                });
    }

    @Test
    void bindsTheCircuitBreaker() {
        application
                .withPropertyValues(
                        "devpayr.resilience.retry.enabled=false",
                        "devpayr.resilience.circuit-breaker.sliding-window-size=2",
                        "devpayr.resilience.circuit-breaker.minimum-number-of-calls=2")
                .run(context -> {
                    InMemoryDevPayr fake = context.getBean(InMemoryDevPayr.class);
                    DevPayr devpayr = context.getBean(DevPayr.class);
                    fake.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(2));
                    for (int i = 0; i < 2; i++) {
                        assertThatExceptionOfType(ServerException.class)
                                .isThrownBy(() -> devpayr.projects().get(1));
                    }

                    assertThatExceptionOfType(TransportException.class)
                            .isThrownBy(() -> devpayr.projects().get(1))
                            .satisfies(held ->
                                    assertThat(held.kind()).isEqualTo(TransportException.Kind.REJECTED_LOCALLY));
                    assertThat(fake.requests()).hasSize(2);
                });
    }

    @Test
    void bindsRateLimiterAndBulkhead() {
        application
                .withPropertyValues(
                        "devpayr.resilience.rate-limiter.enabled=true",
                        "devpayr.resilience.rate-limiter.limit-for-period=1",
                        "devpayr.resilience.rate-limiter.limit-refresh-period=1h",
                        "devpayr.resilience.rate-limiter.timeout=0s",
                        "devpayr.resilience.bulkhead.enabled=false")
                .run(context -> {
                    DevPayr devpayr = context.getBean(DevPayr.class);
                    devpayr.projects().get(1);

                    assertThatExceptionOfType(TransportException.class)
                            .isThrownBy(() -> devpayr.projects().get(1));
                });
    }

    @Test
    void customizersOverrideProperties() {
        application
                .withBean(ResilienceCustomizer.class, () -> resilience -> resilience.disableRetry())
                .run(context -> {
                    InMemoryDevPayr fake = context.getBean(InMemoryDevPayr.class);
                    fake.stubNext(Operation.PROJECT_GET, StubResponse.of(503));

                    assertThatExceptionOfType(ServerException.class)
                            .isThrownBy(() ->
                                    context.getBean(DevPayr.class).projects().get(1));
                });
    }

    @Test
    void usesTheApplicationsResilience() {
        Resilience own = Resilience.builder().disableRetry().build();
        application
                .withBean(Resilience.class, () -> own)
                .run(context -> assertThat(context).getBean(Resilience.class).isSameAs(own));
    }

    @Test
    void addsNothingIfDisabledOrAbsent() {
        application
                .withPropertyValues("devpayr.resilience.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DevPayrDecorator.class));
        application
                .withClassLoader(new FilteredClassLoader("com.devpayr.resilience4j"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DevPayrDecorator.class));
    }
}
