package com.devpayr.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.TransportException;
import com.devpayr.license.License;
import com.devpayr.testkit.fault.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
public abstract class AsyncContract extends AsyncProvisioningContract {
    private static final int CALLS = 8;

    /** More than a client permits at once. */
    private static final int MANY_CALLS = 100;

    private static final String LICENSE = "{\"data\":{\"id\":12,\"uuid\":\"a-license-key\"}}";

    /** Constructor for subclasses. */
    protected AsyncContract() {}

    /** Creates a client of the transport under test that permits at least eight calls at once. */
    @Override
    protected abstract AsyncDevPayr createClient(DevPayrConfig config);

    private static TransportException failureOfSentCall(Supplier<CompletableFuture<?>> call) {
        return ConnectionContract.failureOfSentCall(() -> {
            throw requireNonNull(failureOf(call.get()), "the call has not failed");
        });
    }

    @Test
    public void futureIsReturnedBeforeTheResponse() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AsyncDevPayr devpayr = connect(exchange -> {
            released.await();
            Faults.response(200, "", LICENSE).act(exchange);
        });

        CompletableFuture<License> call = devpayr.licenses().get(1, 12);
        assertThat(call).isNotDone();
        released.countDown();

        assertThat(await(call).id()).isEqualTo(12);
    }

    @Test
    public void cancellingAFutureEndsItsRequest() throws Exception {
        StalledRequests stalled = new StalledRequests(1);
        AsyncDevPayr devpayr = connect(stalled);
        CompletableFuture<License> call = devpayr.licenses().get(1, 12);
        stalled.await(END);

        assertThat(call.cancel(true)).isTrue();

        assertThat(call).isCancelled();
        assertThat(server.awaitNoConnection(END)).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    public void clientWorksAfterACancelledCall() throws Exception {
        StalledRequests stalled = new StalledRequests(1);
        AsyncDevPayr devpayr = connect(stalled);
        CompletableFuture<License> cancelled = devpayr.licenses().get(1, 12);
        stalled.await(END);
        cancelled.cancel(true);
        server.setFault(Faults.response(200, "", LICENSE));

        assertThat(await(devpayr.licenses().get(1, 12)).id()).isEqualTo(12);
    }

    @Test
    public void failuresAreNotWrapped() throws Exception {
        AsyncDevPayr devpayr = connect(Faults.response(404, "", "{\"message\":\"No such license.\"}"));

        assertThat(failureOf(devpayr.licenses().get(1, 12))).isExactlyInstanceOf(NotFoundException.class);
        server.setFault(Faults.disconnect());
        assertThat(failureOf(devpayr.licenses().get(1, 12))).isExactlyInstanceOf(TransportException.class);
    }

    @Test
    public void failureBeforeTheRequestFailsTheFuture() throws Exception {
        AsyncDevPayr devpayr = connect(DevPayrConfig.builder());

        assertThat(failureOf(devpayr.licenses().get(1, 12))).isInstanceOf(MissingCredentialException.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    public void callTimeoutFailsTheFuture() throws Exception {
        server.setFault(Faults.slowBody());
        AsyncDevPayr devpayr = connect(
                DevPayrConfig.builder().apiKey("api-key").readTimeout(LONG).callTimeout(Duration.ofMillis(300)));

        TransportException failure = failureOfSentCall(() -> devpayr.licenses().get(1, 12));

        assertThat(failure.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
        assertThat(failure).hasMessageContainingAll("300 ms", "(callTimeout)");
        assertThat(server.awaitNoConnection(END)).isTrue();
    }

    @Test
    public void timeoutOfACallFailsItsFuture() throws Exception {
        AsyncDevPayr devpayr = connect(Faults.slowBody());

        AsyncDevPayr impatient = devpayr.withOptions(
                CallOptions.builder().timeout(Duration.ofMillis(300)).build());

        TransportException failure =
                failureOfSentCall(() -> impatient.licenses().get(1, 12));

        assertThat(failure.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
        assertThat(failure).hasMessageContainingAll("300 ms", "(timeout)");
        assertThat(server.awaitNoConnection(END)).isTrue();
    }

    @Test
    public void callsAreInProgressAtTheSameTime() throws Exception {
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
            assertThat(await(call).id()).isEqualTo(12);
        }
        assertThat(server.requests()).hasSize(CALLS);
    }

    @Test
    public void eachCallReceivesItsOwnResponse() throws Exception {
        AsyncDevPayr devpayr = connect(new RequestedLicense());

        List<CompletableFuture<License>> calls = LongStream.rangeClosed(1, MANY_CALLS)
                .mapToObj(id -> devpayr.licenses().get(1, id))
                .toList();

        for (int i = 0; i < MANY_CALLS; i++) {
            assertThat(await(calls.get(i)).id()).isEqualTo(i + 1);
        }
    }

    /**
     * A callback may block, since it does not run on a thread that the transport needs for other calls. A transport that completes
     * futures on an event loop overrides this test and documents that callbacks must not block.
     */
    @Test
    public void callbacksMayBlock() throws Exception {
        CountDownLatch attached = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AsyncDevPayr devpayr = connect(exchange -> {
            attached.await();
            new RequestedLicense().act(exchange);
        });
        CompletableFuture<Boolean> callback = devpayr.licenses().get(1, 12).thenApply(license -> {
            blocked.countDown();
            return isReleased(released);
        });
        attached.countDown();
        assertThat(blocked.await(END.toSeconds(), TimeUnit.SECONDS)).isTrue();

        try {
            assertThat(await(devpayr.licenses().get(1, 13)).id()).isEqualTo(13);
            assertThat(callback).isNotDone();
        } finally {
            released.countDown();
        }
        assertThat(await(callback)).isTrue();
    }

    private static boolean isReleased(CountDownLatch released) {
        try {
            return released.await(2 * END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    public void exceptionInACallbackDoesNotAffectOtherCalls() throws Exception {
        CountDownLatch attached = new CountDownLatch(1);
        AsyncDevPayr devpayr = connect(exchange -> {
            attached.await();
            new RequestedLicense().act(exchange);
        });
        CompletableFuture<License> call = devpayr.licenses().get(1, 12);
        CompletableFuture<Void> callback = call.thenAccept(license -> {
            throw new IllegalArgumentException("a defect of the application");
        });
        attached.countDown();

        assertThat(await(call).id()).isEqualTo(12);
        assertThat(failureOf(callback)).hasRootCauseMessage("a defect of the application");
        assertThat(await(devpayr.licenses().get(1, 13)).id()).isEqualTo(13);
    }

    /** Also those that have not been sent yet. */
    @Test
    public void closeFailsCallsInProgress() throws Exception {
        StalledRequests stalled = new StalledRequests(CALLS);
        AsyncDevPayr devpayr = connect(stalled);
        List<CompletableFuture<License>> calls = IntStream.range(0, MANY_CALLS)
                .mapToObj(i -> devpayr.licenses().get(1, 12))
                .toList();
        stalled.await(END);

        devpayr.close();

        int lost = 0;
        for (CompletableFuture<License> call : calls) {
            Throwable failure = failureOf(call);
            if (failure instanceof TransportException transport) {
                assertThat(transport.kind())
                        .isIn(TransportException.Kind.CONNECTION_LOST, TransportException.Kind.CONNECT);
                lost += transport.kind() == TransportException.Kind.CONNECTION_LOST ? 1 : 0;
            } else {
                assertThat(failure).isInstanceOf(IllegalStateException.class); // not started when the client was closed
            }
        }
        assertThat(lost).isGreaterThanOrEqualTo(CALLS);
        assertThat(server.awaitNoConnection(END)).isTrue();
    }
}
