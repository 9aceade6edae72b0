package com.devpayr.vertx.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.project.Project;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.vertx.VertxDevPayr;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallMetricsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final VertxDevPayr devpayr = VertxDevPayr.create(DevPayrConfig.builder()
                    .baseUrl(emulator.baseUrl())
                    .apiKey(platform.createGlobalKey().reveal())
                    .domain("shop.example.com")
                    .build())
            .with(CallMetrics.create(registry));

    @AfterEach
    void close() {
        devpayr.close();
        emulator.close();
    }

    private String meters() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(id ->
                        id.getName() + id.getTags().stream().map(Tag::getValue).toList())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void recordsEveryOutcomeBeforeTheCallerReceivesIt() {
        long id = platform.project("Acme").id();
        devpayr.blocking().projects().get(id);
        assertThat(meters()).isEqualTo("devpayr.client.requests[project.get, success, 2xx]");

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.blocking().projects().get(4711));
        assertThat(meters()).contains("[project.get, refused, 404]");

        emulator.close();
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.blocking().projects().get(id));
        assertThat(meters()).contains("[project.get, no-response, none]");
    }

    @Test
    void aRegistryThatThrowsDoesNotChangeTheResult() {
        long id = platform.project("Acme").id();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id meter) {
                throw new IllegalStateException("filter");
            }
        });

        assertThat(devpayr.async().projects().get(id))
                .succeedsWithin(TIMEOUT)
                .extracting(Project::name)
                .isEqualTo("Acme");
        assertThat(devpayr.async().projects().get(4711))
                .failsWithin(TIMEOUT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void recordsACancellation() {
        CountDownLatch tested = new CountDownLatch(1);
        // The response must not arrive before the call is cancelled.
        platform.stubNext(Operation.PROJECT_GET, StubResponse.of(200).delayedUntil(tested));
        try {
            CompletableFuture<Project> call = devpayr.async().projects().get(1);
            call.cancel(true);

            assertThat(call).isCancelled();
            assertThat(meters()).contains("[project.get, cancelled, none]");
        } finally {
            tested.countDown();
        }
    }
}
