package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.TransportException;
import com.devpayr.license.License;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of the futures of an asynchronous client over HTTP. {@link EmulatedContract} tests everything else with {@code
 * async.blocking()}.
 *
 * <pre>{@code
 * class RetrofitFuturesTest extends AsyncContract {
 *     protected AsyncDevPayr createClient(DevPayrConfig config) {
 *         return RetrofitDevPayr.createAsync(config);
 *     }
 * }
 * }</pre>
 */
@Timeout(60)
public abstract class AsyncContract {
    private static final int CALLS = 8;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(20);
    private static final String LICENSE = "{\"data\":{\"id\":12,\"uuid\":\"a-license-key\"}}";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final FaultServer server = FaultServer.start();

    /** Constructor for subclasses. */
    protected AsyncContract() {}

    /** Creates a client of the transport under test that permits at least eight calls at once. */
    protected abstract AsyncDevPayr createClient(DevPayrConfig config);

    @AfterEach
    final void closeResources() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        server.close();
    }

    private AsyncDevPayr connect(DevPayrConfig.Builder config) {
        AsyncDevPayr devpayr = createClient(
                config.domain("shop.example.com").baseUrl(server.baseUrl()).build());
        opened.push(devpayr);
        return devpayr;
    }

    private AsyncDevPayr connect(Fault fault) {
        server.setFault(fault);
        return connect(
                DevPayrConfig.builder().apiKey("api-key").readTimeout(LONG).callTimeout(LONG));
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> call) throws Exception {
        return call.<@Nullable Throwable>handle((result, failure) -> failure).get(END.toSeconds(), TimeUnit.SECONDS);
    }

    private static void assertFailed(CompletableFuture<?> call, TransportException.Kind kind) throws Exception {
        assertThat(failureOf(call))
                .isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    @Test
    void futureIsReturnedBeforeTheResponse() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AsyncDevPayr devpayr = connect(exchange -> {
            released.await();
            Faults.response(200, "", LICENSE).act(exchange);
        });

        CompletableFuture<License> call = devpayr.licenses().get(1, 12);
        assertThat(call).isNotDone();
        released.countDown();

        assertThat(call.get(END.toSeconds(), TimeUnit.SECONDS).id()).isEqualTo(12);
    }

    @Test
    void cancellingAFutureEndsItsRequest() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        AsyncDevPayr devpayr = connect(exchange -> {
            arrived.countDown();
            exchange.stall();
        });
        CompletableFuture<License> call = devpayr.licenses().get(1, 12);
        assertThat(arrived.await(END.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(call.cancel(true)).isTrue();

        assertThat(call).isCancelled();
        assertThat(server.awaitNoConnection(END)).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void clientWorksAfterACancelledCall() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        AsyncDevPayr devpayr = connect(exchange -> {
            arrived.countDown();
            exchange.stall();
        });
        CompletableFuture<License> cancelled = devpayr.licenses().get(1, 12);
        assertThat(arrived.await(END.toSeconds(), TimeUnit.SECONDS)).isTrue();
        cancelled.cancel(true);
        server.setFault(Faults.response(200, "", LICENSE));

        assertThat(devpayr.licenses()
                        .get(1, 12)
                        .get(END.toSeconds(), TimeUnit.SECONDS)
                        .id())
                .isEqualTo(12);
    }

    @Test
    void failuresAreNotWrapped() throws Exception {
        AsyncDevPayr devpayr = connect(Faults.response(404, "", "{\"message\":\"No such license.\"}"));

        assertThat(failureOf(devpayr.licenses().get(1, 12))).isExactlyInstanceOf(NotFoundException.class);
        server.setFault(Faults.disconnect());
        assertThat(failureOf(devpayr.licenses().get(1, 12))).isExactlyInstanceOf(TransportException.class);
    }

    @Test
    void failureBeforeTheRequestFailsTheFuture() throws Exception {
        AsyncDevPayr devpayr = connect(DevPayrConfig.builder());

        assertThat(failureOf(devpayr.licenses().get(1, 12))).isInstanceOf(MissingCredentialException.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    void callTimeoutFailsTheFuture() throws Exception {
        server.setFault(Faults.slowBody());
        AsyncDevPayr devpayr = connect(
                DevPayrConfig.builder().apiKey("api-key").readTimeout(LONG).callTimeout(Duration.ofMillis(300)));

        assertFailed(devpayr.licenses().get(1, 12), TransportException.Kind.TIMEOUT);
        assertThat(server.awaitNoConnection(END)).isTrue();
    }

    @Test
    void timeoutOfACallFailsItsFuture() throws Exception {
        AsyncDevPayr devpayr = connect(Faults.slowBody());

        assertFailed(
                devpayr.withOptions(CallOptions.builder()
                                .timeout(Duration.ofMillis(300))
                                .build())
                        .licenses()
                        .get(1, 12),
                TransportException.Kind.TIMEOUT);
        assertThat(server.awaitNoConnection(END)).isTrue();
    }

    @Test
    void callsAreInProgressAtTheSameTime() throws Exception {
        CountDownLatch all = new CountDownLatch(CALLS);
        AsyncDevPayr devpayr = connect(exchange -> {
            all.countDown();
            all.await();
            Faults.response(200, "", LICENSE).act(exchange);
        });

        List<CompletableFuture<License>> calls = IntStream.range(0, CALLS)
                .mapToObj(i -> devpayr.licenses().get(1, 12))
                .toList();

        for (CompletableFuture<License> call : calls) {
            assertThat(call.get(END.toSeconds(), TimeUnit.SECONDS).id()).isEqualTo(12);
        }
        assertThat(server.requests()).hasSize(CALLS);
    }

    @Test
    void closeFailsCallsInProgress() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        AsyncDevPayr devpayr = connect(exchange -> {
            arrived.countDown();
            exchange.stall();
        });
        List<CompletableFuture<License>> calls =
                List.of(devpayr.licenses().get(1, 12), devpayr.licenses().get(1, 13));
        assertThat(arrived.await(END.toSeconds(), TimeUnit.SECONDS)).isTrue();

        devpayr.close();

        for (CompletableFuture<License> call : calls) {
            assertThat(failureOf(call)).isInstanceOf(DevPayrException.class);
        }
        assertThat(server.awaitNoConnection(END)).isTrue();
    }
}
