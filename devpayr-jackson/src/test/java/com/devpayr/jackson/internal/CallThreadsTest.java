package com.devpayr.jackson.internal;

import static com.devpayr.jackson.internal.FakeHttpTransport.Response.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.ApiKey;
import com.devpayr.spi.RawResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which work of a call runs on the calling thread and which on a worker. */
class CallThreadsTest {
    private static final String LICENSE = "{\"data\":{\"id\":8,\"uuid\":\"u\"}}";
    private static final int SMALL = 16 * 1024;

    private final QueuedThreads threads = new QueuedThreads();
    private final List<RawResponse> responses = new ArrayList<>();
    private final FakeHttpTransport transport =
            new FakeHttpTransport(request -> CompletableFuture.completedFuture(responses.remove(0)), threads);
    private final AsyncDevPayr devpayr = client(transport);

    private static DevPayrConfig.Builder config() {
        return DevPayrConfig.builder()
                .apiKey("an-api-key")
                .licenseKey("a-license-key")
                .domain("shop.example.com");
    }

    private static AsyncDevPayr client(FakeHttpTransport transport) {
        return HttpDevPayr.createAsync(config().build(), transport);
    }

    private static String licenseOf(int bytes) {
        return LICENSE + " ".repeat(bytes - LICENSE.length());
    }

    private CompletableFuture<License> get(RawResponse response) {
        return get(devpayr, response);
    }

    private CompletableFuture<License> get(AsyncDevPayr client, RawResponse response) {
        responses.add(response);
        return client.licenses().get(7, 8);
    }

    /** Performs the first call of the operation and clears the logs. */
    private void warmUp() {
        warmUp(devpayr);
    }

    private void warmUp(AsyncDevPayr client) {
        CompletableFuture<License> result = get(client, ok(LICENSE));
        threads.runAll();
        assertThat(result).isCompleted();
        threads.log.clear();
        transport.requests.clear();
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> result) {
        assertThat(result).isDone();
        return result.handle((value, failure) -> failure).join();
    }

    @Test
    void firstCallOfAnOperationIsPreparedAndReadOnAWorker() {
        CompletableFuture<License> result = get(ok(LICENSE));
        assertThat(threads.log).containsExactly("blocking");
        assertThat(transport.requests).isEmpty();

        threads.runNext();
        assertThat(transport.requests).hasSize(1);
        assertThat(threads.log).containsExactly("blocking", "blocking");

        threads.runNext();
        assertThat(threads.log).containsExactly("blocking", "blocking", "complete");
        assertThat(result).isNotDone();

        threads.runNext();
        assertThat(result).isCompleted();
    }

    @Test
    void secondCallOfAnOperationRunsOnTheCallingThread() {
        warmUp();

        CompletableFuture<License> result = get(ok(LICENSE));
        assertThat(transport.requests).hasSize(1);
        assertThat(threads.log).containsExactly("complete");
        assertThat(result).isNotDone();

        threads.runNext();
        assertThat(result).isCompletedWithValueMatching(license -> license.id() == 8);
    }

    @Test
    void eachOperationHasItsOwnFirstCall() {
        warmUp();
        responses.add(ok("{\"data\":{\"data\":[]}}"));

        devpayr.licenses().list(7, PageRequest.first());

        assertThat(threads.log).containsExactly("blocking");
    }

    @Test
    void requestWithContentIsPreparedOnAWorker() {
        LicenseDraft draft = LicenseDraft.builder("Pro").build();
        for (int i = 0; i < 2; i++) {
            threads.log.clear();
            responses.add(ok(LICENSE));
            devpayr.licenses().create(7, draft);
            threads.runAll();
        }

        assertThat(threads.log).containsExactly("blocking", "complete");
    }

    @Test
    void requestWithAnEmptyBodyIsPreparedOnTheCallingThread() {
        for (int i = 0; i < 2; i++) {
            threads.log.clear();
            responses.add(ok("{\"data\":{\"has_paid\":true}}"));
            devpayr.runtime().checkPayment(PaymentQuery.ofProject());
            threads.runAll();
        }

        assertThat(threads.log).containsExactly("complete");
    }

    @Test
    void suppliedCredentialIsReadOnAWorker() {
        DevPayrConfig supplied = DevPayrConfig.builder()
                .apiKey(() -> ApiKey.of("an-api-key"))
                .domain("shop.example.com")
                .build();
        AsyncDevPayr client = HttpDevPayr.createAsync(supplied, transport);
        warmUp(client);

        CompletableFuture<License> result = get(client, ok(LICENSE));
        assertThat(transport.requests).isEmpty();

        threads.runAll();
        assertThat(threads.log).containsExactly("blocking", "complete");
        assertThat(result).isCompleted();
    }

    static List<Supplier<RawResponse>> slowResponses() {
        return List.of(
                () -> ok(licenseOf(SMALL + 1)),
                () -> FakeHttpTransport.Response.streamed(200, new ByteArrayInputStream(LICENSE.getBytes(UTF_8))),
                () -> FakeHttpTransport.Response.gzipped(200, LICENSE),
                () -> new FakeHttpTransport.Response(403, Map.of(), new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("slowResponses")
    void largeStreamedCompressedAndFailedResponsesAreReadOnAWorker(Supplier<RawResponse> response) {
        warmUp();

        CompletableFuture<License> result = get(response.get());
        assertThat(threads.log).containsExactly("blocking");

        threads.runAll();
        assertThat(threads.log).containsExactly("blocking", "complete");
        assertThat(result).isDone();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, SMALL})
    void smallResponseIsReadOnTheCallingThread(int bytes) {
        warmUp();

        CompletableFuture<License> result = get(ok(licenseOf(bytes)));
        threads.runAll();

        assertThat(threads.log).containsExactly("complete");
        assertThat(result).isCompleted();
    }

    @Test
    void emptyResponseIsReadOnTheCallingThread() {
        for (int i = 0; i < 2; i++) {
            threads.log.clear();
            responses.add(ok(""));
            devpayr.licenses().revoke(7, 8);
            threads.runAll();
        }

        assertThat(threads.log).containsExactly("complete");
    }

    @Test
    void firstResponseOfAnOperationIsReadOnAWorker() {
        get(new FakeHttpTransport.Response(403, Map.of(), new byte[0]));
        threads.runAll();
        threads.log.clear();

        get(ok(LICENSE));

        assertThat(threads.log).containsExactly("blocking");
        assertThat(transport.requests).hasSize(2);
    }

    @Test
    void failureIsReportedOnTheCallersContext() {
        FakeHttpTransport failing = new FakeHttpTransport(
                request -> CompletableFuture.failedFuture(new IllegalStateException("x")), threads);
        CompletableFuture<License> result = client(failing).licenses().get(7, 8);

        threads.runNext();
        assertThat(threads.log).containsExactly("blocking", "complete");
        assertThat(result).isNotDone();

        threads.runNext();
        assertThat(failureOf(result)).hasMessage("x");
    }

    @Test
    void aCallThatIsCancelledBeforeItIsSentSendsNothing() {
        CompletableFuture<License> result = get(ok(LICENSE));
        result.cancel(true);
        threads.runAll();

        assertThat(transport.requests).isEmpty();
        assertThat(result).isCancelled();
    }

    @Test
    void aResponseToACancelledCallIsClosedUnread() {
        FakeHttpTransport.Response response =
                FakeHttpTransport.Response.streamed(200, new ByteArrayInputStream(new byte[0]) {
                    @Override
                    public synchronized int read(byte[] bytes, int offset, int length) {
                        throw new AssertionError("it was read");
                    }
                });
        CompletableFuture<License> result = get(response);
        threads.runNext(); // sends the request; reading the response waits
        result.cancel(true);
        threads.runAll();

        assertThat(response.closes).isOne();
        assertThat(result).isCancelled();
    }

    @Test
    void rejectedTaskFailsTheCall() {
        threads.close();

        assertThat(failureOf(get(ok(LICENSE)))).isInstanceOf(RejectedExecutionException.class);
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void responseIsClosedAndTheCallFailsIfTheWorkersRejectIt() {
        CompletableFuture<RawResponse> exchange = new CompletableFuture<>();
        FakeHttpTransport.Response response = ok(LICENSE);
        CompletableFuture<License> result = client(new FakeHttpTransport(request -> exchange, threads))
                .licenses()
                .get(7, 8);
        threads.runAll();
        threads.close();

        exchange.complete(response);

        assertThat(failureOf(result)).isInstanceOf(RejectedExecutionException.class);
        assertThat(response.closes).isOne();
    }

    @Test
    void resultCompletesTheFutureIfTheContextRejectsTheTask() {
        warmUp();
        threads.close();

        assertThat(get(ok(LICENSE))).isCompletedWithValueMatching(license -> license.id() == 8);
    }

    @Test
    void failureCompletesTheFutureIfTheContextRejectsTheTask() {
        CompletableFuture<RawResponse> exchange = new CompletableFuture<>();
        CompletableFuture<License> result = client(new FakeHttpTransport(request -> exchange, threads))
                .licenses()
                .get(7, 8);
        threads.runAll();
        threads.close();

        exchange.completeExceptionally(new IllegalStateException("closed"));

        assertThat(failureOf(result)).hasMessage("closed");
    }
}
