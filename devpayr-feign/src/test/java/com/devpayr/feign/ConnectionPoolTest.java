package com.devpayr.feign;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.FaultServer;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the connection pool of the OkHttp client that is created by default. */
@Timeout(30)
class ConnectionPoolTest {
    private static final int CALLERS = 12;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final CyclicBarrier concurrent = new CyclicBarrier(CALLERS);

    /** Responds when all callers have sent their request, so that each needs a connection. */
    private final FaultServer server = FaultServer.start(exchange -> {
        await(concurrent);
        exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"data\":null}");
    });

    @AfterEach
    void stop() {
        callers.shutdownNow();
        server.close();
    }

    @Test
    void keepsAConnectionForEachConcurrentCaller() throws Exception {
        try (DevPayr devpayr = FeignDevPayr.create(config().build())) {
            callConcurrently(devpayr);
            callConcurrently(devpayr);
        }

        assertThat(server.connections()).isEqualTo(CALLERS);
    }

    @Test
    void closesConnectionsAboveTheConfiguredMaximum() throws Exception {
        try (DevPayr devpayr = FeignDevPayr.create(config().maxConnections(1).build())) {
            callConcurrently(devpayr);

            long start = System.nanoTime();
            while (server.openConnections() > 1) { // OkHttp closes them on a thread of its own
                assertThat(System.nanoTime() - start)
                        .as("nanoseconds with %d open connections instead of 1", server.openConnections())
                        .isLessThan(TimeUnit.SECONDS.toNanos(10));
                Thread.onSpinWait();
            }
        }
        assertThat(server.connections()).isEqualTo(CALLERS);
    }

    private DevPayrConfig.Builder config() {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(server.baseUrl());
    }

    private void callConcurrently(DevPayr devpayr) throws Exception {
        for (Future<?> call : IntStream.range(0, CALLERS)
                .mapToObj(i -> callers.submit(() -> devpayr.projects().delete(1)))
                .toList()) {
            call.get();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException("fewer concurrent requests than callers", failure);
        }
    }
}
