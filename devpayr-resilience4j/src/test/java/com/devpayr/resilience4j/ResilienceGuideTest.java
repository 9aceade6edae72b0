package com.devpayr.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/resilience.md}. */
class ResilienceGuideTest {
    @Test
    void decoratedClientRetries() {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            DevPayrConfig config = DevPayrConfig.builder()
                    .baseUrl(emulator.baseUrl())
                    .apiKey(fake.createGlobalKey().reveal())
                    .domain("shop.example.com")
                    .build();
            fake.stubNext(Operation.PROJECT_LIST, StubResponse.of(503).header("Retry-After", "0"));

            // <decorate>
            Resilience resilience = Resilience.defaults();
            DevPayr devpayr = resilience.decorate(FeignDevPayr.create(config)); // or an AsyncDevPayr
            // </decorate>
            assertThat(devpayr.projects().listAll()).isEmpty();
            assertThat(fake.requests()).hasSize(2);
            devpayr.close();
        }
    }

    @Test
    void everyPartIsConfigurable() {
        CircuitBreakerRegistry circuitBreakerRegistry = CircuitBreakerRegistry.ofDefaults();
        // <configured>
        Resilience resilience = Resilience.builder()
                .name("devpayr-backend")
                .circuitBreakerRegistry(circuitBreakerRegistry) // for metrics and preconfigured instances
                .retry(retry -> retry.maxAttempts(5))
                .bulkhead(bulkhead -> bulkhead.maxConcurrentCalls(200))
                .deadline(Duration.ofMinutes(1))
                .build();
        // </configured>
        DevPayr devpayr = resilience.decorate(InMemoryDevPayr.create()
                .connect(DevPayrConfig.builder().apiKey("k").domain("d").build()));
        devpayr.close();
        assertThat(circuitBreakerRegistry.find("devpayr-backend")).isPresent();
    }
}
