package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the behavior of Web Client that the transport relies on. It could change in an upgrade. */
@Timeout(60)
class RequestPipeTest {
    private final Vertx vertx = Vertx.vertx();
    private final WebClient client = WebClient.create(vertx);
    private final List<HttpClientRequest> requests = new ArrayList<>();
    private final CountDownLatch unanswered = new CountDownLatch(1);
    private RawServer server;

    @BeforeEach
    void open() throws IOException {
        server = new RawServer((request, out) -> {
            if (request.number() == 1) {
                RawServer.license(out);
            } else {
                unanswered.countDown();
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        get(vertx.close());
    }

    private HttpRequest<Buffer> request(HttpMethod method) {
        URI url = URI.create(server.baseUrl());
        return client.request(method, url.getPort(), url.getHost(), url.getPath());
    }

    private RequestPipe pipe(Function<HttpClientRequest, Future<Void>> writer) {
        return new RequestPipe(request -> {
            requests.add(request);
            return writer.apply(request);
        });
    }

    @Test
    void webClientPassesTheUnsentRequestToThePipeOnce() throws Exception {
        List<Integer> sentBefore = new ArrayList<>();

        get(request(HttpMethod.GET).sendStream(pipe(request -> {
            sentBefore.add(server.requests().size());
            return request.end();
        })));

        assertThat(requests).hasSize(1);
        assertThat(sentBefore).containsExactly(0);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void requestWithoutABodyIsSentWithoutABody() throws Exception {
        get(request(HttpMethod.GET).sendStream(pipe(HttpClientRequest::end)));

        assertThat(server.requests().get(0).head().toLowerCase(Locale.ROOT))
                .doesNotContain("transfer-encoding")
                .doesNotContain("content-length");
    }

    @Test
    void aBodyIsSentWithItsLength() throws Exception {
        get(request(HttpMethod.POST).sendStream(pipe(request -> request.end(Buffer.buffer("{}")))));

        assertThat(server.requests().get(0).head().toLowerCase(Locale.ROOT))
                .doesNotContain("transfer-encoding")
                .contains("content-length: 2\r\n");
        assertThat(server.requests().get(0).body()).isEqualTo("{}");
    }

    @Test
    void theRequestCanBeResetAfterItWasSent() throws Exception {
        get(request(HttpMethod.GET).sendStream(pipe(HttpClientRequest::end)));
        Future<?> response = request(HttpMethod.GET).sendStream(pipe(HttpClientRequest::end));
        assertThat(unanswered.await(10, TimeUnit.SECONDS)).isTrue();

        get(requests.get(1).reset());

        assertThat(server.closedByClient().await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(get(response.<Throwable>mapEmpty().otherwise(failure -> failure)))
                .isNotNull();
    }

    @Test
    void theRequestIsResetIfTheBodyCannotBeWritten() throws Exception {
        IOException unreadable = new IOException("unreadable");

        Throwable failure = get(request(HttpMethod.POST)
                .sendStream(pipe(request -> Future.failedFuture(unreadable)))
                .<Throwable>mapEmpty()
                .otherwise(reported -> reported));

        assertThat(failure).isSameAs(unreadable);
        assertThat(server.requests()).isEmpty();
    }
}
