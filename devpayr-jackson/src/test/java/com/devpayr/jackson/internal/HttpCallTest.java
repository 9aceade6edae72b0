package com.devpayr.jackson.internal;

import static com.devpayr.jackson.internal.CallFixture.DRAFT;
import static com.devpayr.jackson.internal.CallFixture.LICENSE;
import static com.devpayr.jackson.internal.CallFixture.SECRET;
import static com.devpayr.jackson.internal.CallFixture.async;
import static com.devpayr.jackson.internal.CallFixture.blocking;
import static com.devpayr.jackson.internal.CallFixture.config;
import static com.devpayr.jackson.internal.CallFixture.failureOf;
import static com.devpayr.jackson.internal.FakeHttpTransport.Response.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallThreads;
import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls over a transport that does all of its work on the current thread. */
@Timeout(30)
class HttpCallTest {
    @Test
    void sendsOneRequestAndReadsItsResponse() {
        FakeHttpTransport.Response response = ok(LICENSE);
        FakeHttpTransport transport = FakeHttpTransport.returning(response);

        assertThat(async(transport).licenses().get(7, 8)).isCompletedWithValueMatching(license -> license.id() == 8);

        RawRequest request = transport.request();
        assertThat(request.operation()).isEqualTo(Operation.LICENSE_GET);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri()).hasToString("https://api.example.com/v1/project/7/licenses/8");
        assertThat(request.body()).isNull();
        assertThat(request.maxResponseBytes()).isEqualTo(1000);
        assertThat(request.headers())
                .containsEntry("X-API-KEY", "an-api-key")
                .containsEntry("X-Devpayr-Domain", "shop.example.com")
                .containsEntry("Accept-Encoding", "gzip")
                .doesNotContainKey("X-LICENSE-KEY")
                .doesNotContainKey("Content-Type");
        assertThat(request.headers().get("User-Agent")).contains("fake");
        assertThat(response.closes).isOne();
    }

    @Test
    void theBlockingClientWaitsForTheResponse() {
        assertThat(blocking(FakeHttpTransport.returning(ok(LICENSE)))
                        .licenses()
                        .get(7, 8)
                        .id())
                .isEqualTo(8);
    }

    @Test
    void aBodyIsSentAsJson() throws IOException {
        FakeHttpTransport transport = FakeHttpTransport.returning(ok(LICENSE));
        assertThat(async(transport).licenses().create(7, DRAFT)).isCompleted();

        RawRequest request = transport.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers()).containsEntry("Content-Type", "application/json");
        assertThat(request.body()).isNotNull().satisfies(body -> {
            assertThat(body.isInMemory()).isTrue();
            assertThat(new String(body.toByteArray(), UTF_8)).isEqualTo("{\"title\":\"Pro\"}");
        });
    }

    @Test
    void aFileIsSentAsAFormByPost() throws IOException {
        FakeHttpTransport transport = FakeHttpTransport.returning(
                ok("{\"data\":{\"id\":1,\"slug\":\"a\",\"type\":\"file\",\"mode\":\"write\"}}"));
        InjectableUpdate update = InjectableUpdate.builder()
                .file(Upload.of("logo.png", "content".getBytes(UTF_8)), SECRET)
                .build();
        assertThat(async(transport).injectables().update(7, 8, update)).isCompleted();

        RawRequest request = transport.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isNotNull().satisfies(body -> {
            assertThat(request.headers()).containsEntry("Content-Type", body.contentType());
            assertThat(body.contentType()).startsWith("multipart/form-data; boundary=");
            assertThat(new String(body.toByteArray(), UTF_8))
                    .contains("name=\"_method\"\r\n\r\nPUT\r\n")
                    .contains("filename=\"logo.png\"")
                    .contains("\r\n\r\ncontent\r\n--");
        });
    }

    @Test
    void aQueryIsPartOfTheTarget() {
        FakeHttpTransport transport = FakeHttpTransport.returning(ok("{\"data\":{\"data\":[]}}"));
        assertThat(async(transport).licenses().list(7, PageRequest.ofSize(5))).isCompleted();

        assertThat(transport.request().target()).isEqualTo("project/7/licenses?per_page=5");
    }

    @Test
    void aLicensedApplicationSendsItsLicenseKeyOnly() {
        FakeHttpTransport transport = FakeHttpTransport.returning(ok("{\"data\":{\"has_paid\":true}}"));
        assertThat(async(transport).runtime().checkPayment(PaymentQuery.ofProject()))
                .isCompleted();

        assertThat(transport.request().headers())
                .containsEntry("X-LICENSE-KEY", "a-license-key")
                .doesNotContainKey("X-API-KEY");
    }

    @Test
    void anOperationWithoutAResultReturnsNull() {
        assertThat(async(FakeHttpTransport.returning(new FakeHttpTransport.Response(204, Map.of(), new byte[0])))
                        .licenses()
                        .revoke(7, 8))
                .isCompletedWithValue(null);
    }

    @Test
    void aCancelBeforeTheRequestIsSentReachesTheTransportsFuture() {
        CompletableFuture<RawResponse> exchange = new CompletableFuture<>();
        CompletableFuture<CompletableFuture<?>> call = new CompletableFuture<>();
        QueuedThreads threads = new QueuedThreads();
        FakeHttpTransport transport = new FakeHttpTransport(
                request -> {
                    call.join().cancel(true); // while the request is being sent
                    return exchange;
                },
                threads);
        call.complete(async(transport).licenses().get(7, 8));
        threads.runAll();

        assertThat(call.join()).isCancelled();
        assertThat(exchange).isCancelled();
    }

    @Test
    void aCancelWhileWaitingReachesTheTransportsFuture() {
        CompletableFuture<RawResponse> exchange = new CompletableFuture<>();
        CompletableFuture<?> result =
                async(new FakeHttpTransport(request -> exchange)).licenses().get(7, 8);
        assertThat(result).isNotDone();

        result.cancel(true);

        assertThat(exchange).isCancelled();
    }

    @Test
    void aCancelOfAChangeWhileWaitingReachesTheTransportsFuture() {
        CompletableFuture<RawResponse> exchange = new CompletableFuture<>();

        async(new FakeHttpTransport(request -> exchange))
                .licenses()
                .revoke(7, 8)
                .cancel(true);

        assertThat(exchange).isCancelled();
    }

    @Test
    void aCancelAfterTheResponseDoesNothing() {
        CompletableFuture<RawResponse> exchange = new CompletableFuture<>();
        CompletableFuture<?> result =
                async(new FakeHttpTransport(request -> exchange)).licenses().get(7, 8);
        exchange.complete(ok(LICENSE));

        assertThat(result.cancel(true)).isFalse();
        assertThat(exchange).isNotCancelled();
        assertThat(result).isCompleted();
    }

    @Test
    void onlyTheFirstResultOfACallCounts() {
        HttpCallTransport transport =
                new HttpCallTransport(config(), new FakeHttpTransport(request -> new CompletableFuture<>()));
        CompletableFuture<?> cancelled = transport.call(Operation.LICENSE_GET, List.of(7L, 8L), CallContext.DEFAULT);
        assertThat(cancelled.cancel(true)).isTrue();
        assertThat(cancelled.completeExceptionally(new IOException("late"))).isFalse();

        CompletableFuture<?> failed = transport.call(Operation.LICENSE_GET, List.of(7L, 8L), CallContext.DEFAULT);
        assertThat(failed.completeExceptionally(new IOException("reset"))).isTrue();
        assertThat(failed.completeExceptionally(new IOException("late"))).isFalse();
        assertThat(failed.cancel(true)).isFalse();
    }

    @Test
    void theGuardOfTheTransportProtectsItsThreads() {
        FakeHttpTransport transport = FakeHttpTransport.returning(ok(LICENSE));
        DevPayr devpayr = blocking(transport);
        String name = Thread.currentThread().getName();
        Thread.currentThread().setName("event loop");
        try {
            assertThatThrownBy(() -> devpayr.licenses().get(7, 8))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("license.get on the event loop");
        } finally {
            Thread.currentThread().setName(name);
        }
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void closingTheClientClosesTheTransportOnce() {
        FakeHttpTransport transport = FakeHttpTransport.returning(ok(LICENSE));
        AsyncDevPayr devpayr = async(transport);
        DevPayr blocking = devpayr.blocking();

        devpayr.close();
        blocking.close();

        assertThat(transport.closes).isOne();
        assertThat(failureOf(devpayr.licenses().get(7, 8))).isInstanceOf(IllegalStateException.class);
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void transportHasOneMethodAndClose() {
        HttpTransport minimal = new HttpTransport() {
            @Override
            public CompletableFuture<RawResponse> send(RawRequest request) {
                return CompletableFuture.completedFuture(ok(LICENSE));
            }

            @Override
            public void close() {}
        };

        assertThat(minimal.name()).isEqualTo("custom");
        assertThat(minimal.threads()).isSameAs(CallThreads.CURRENT);
        assertThat(HttpDevPayr.create(config(), minimal).licenses().get(7, 8).id())
                .isEqualTo(8);
    }
}
