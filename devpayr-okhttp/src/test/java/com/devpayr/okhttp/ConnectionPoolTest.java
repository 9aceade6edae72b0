package com.devpayr.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.FaultServer;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the connection pool of the client that is created by default. */
@Timeout(60)
class ConnectionPoolTest {
    private static final int CALLERS = 12;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final CyclicBarrier concurrent = new CyclicBarrier(CALLERS);

    /** Responds when all callers have sent their request, so that each needs a connection. */
    private final FaultServer server = FaultServer.start(exchange -> {
        await(concurrent);
        exchange.write("HTTP/1.1 204 No Content\r\n\r\n");
    });

    @AfterEach
    void stop() {
        callers.shutdownNow();
        server.close();
    }

    @Test
    void keepsAConnectionForEachConcurrentCaller() throws Exception {
        try (OkHttpClients clients = OkHttpClients.create(config().build())) {
            callConcurrently(clients);
            callConcurrently(clients);
        }

        assertThat(server.connections()).isEqualTo(CALLERS);
    }

    @Test
    void closesConnectionsAboveTheConfiguredMaximum() throws Exception {
        try (OkHttpClients clients =
                OkHttpClients.create(config().maxConnections(1).build())) {
            callConcurrently(clients);

            awaitOneOpenConnection();
        }
        assertThat(server.connections()).isEqualTo(CALLERS);
    }

    private static DevPayrConfig.Builder config() {
        return DevPayrConfig.builder().domain("shop.example.com");
    }

    private void callConcurrently(OkHttpClients clients) throws Exception {
        Callable<Integer> call = () -> statusOf(clients);
        for (Future<Integer> status : callers.invokeAll(Collections.nCopies(CALLERS, call))) {
            assertThat(status.get()).isEqualTo(204);
        }
    }

    private int statusOf(OkHttpClients clients) throws Exception {
        Request request = new Request.Builder().url(server.baseUrl()).build();
        try (Response response = clients.client().newCall(request).execute()) {
            return response.code();
        }
    }

    /** Waits until one connection is open: OkHttp closes the others on a thread of its own. */
    private void awaitOneOpenConnection() {
        long start = System.nanoTime();
        while (server.openConnections() > 1) {
            assertThat(System.nanoTime() - start)
                    .as("nanoseconds with %d open connections instead of 1", server.openConnections())
                    .isLessThan(TimeUnit.SECONDS.toNanos(10));
            Thread.onSpinWait();
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
