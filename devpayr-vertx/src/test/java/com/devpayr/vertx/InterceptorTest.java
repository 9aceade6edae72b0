package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.config;
import static com.devpayr.vertx.EventLoopTest.get;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.UnauthorizedException;
import com.devpayr.license.LicenseDraft;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.HttpResponseImpl;
import io.vertx.ext.web.client.impl.WebClientInternal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests interceptors of the application's Web Client, especially those that repeat requests. */
@Timeout(60)
class InterceptorTest {
    private static final LicenseDraft DRAFT = LicenseDraft.builder("Pro").build();
    private static final String UNAUTHORIZED = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}";

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client = WebClient.create(vertx);
    private final Queue<ClientPhase> repeated = new ConcurrentLinkedQueue<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        get(vertx.close());
    }

    private RawServer server(RawServer.Behavior behavior) throws IOException {
        RawServer server = new RawServer(behavior);
        opened.push(server);
        return server;
    }

    private DevPayr over(RawServer server) {
        VertxDevPayr devpayr = VertxDevPayr.builder(config(server.baseUrl()))
                .vertx(vertx)
                .webClient(client)
                .build();
        opened.push(devpayr);
        return devpayr.blocking();
    }

    private interface Interceptor {
        void handle(HttpContext<?> context);
    }

    private void intercept(ClientPhase phase, Interceptor interceptor) {
        ((WebClientInternal) client).addInterceptor(context -> {
            if (context.phase() == phase) {
                interceptor.handle(context);
            } else {
                context.next();
            }
        });
    }

    /** Repeats a request when it first reaches a phase. */
    private void repeatAt(ClientPhase phase) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        intercept(phase, context -> {
            if (isFirst.getAndSet(false)) {
                repeated.add(context.phase());
                context.createRequest(context.requestOptions());
            } else {
                context.next();
            }
        });
    }

    private static void unauthorized(RawServer.Request request, OutputStream out) throws IOException {
        out.write(UNAUTHORIZED.getBytes(US_ASCII));
        out.flush();
    }

    /** Repeats the request like an OAuth2WebClient that renews its token. */
    @Test
    void aRejectedRequestIsNotRepeated() throws Exception {
        RawServer server = server(InterceptorTest::unauthorized);
        DevPayr devpayr = over(server);
        repeatAt(ClientPhase.DISPATCH_RESPONSE);

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> devpayr.licenses().create(1, DRAFT));
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> devpayr.licenses().revoke(1, 12));
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> devpayr.licenses().get(1, 12));

        assertThat(repeated).isEmpty();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void createWithALostConnectionIsSentOnceAndHasAnUnknownOutcome() throws Exception {
        RawServer server = server(RawServer.DISCONNECT);
        DevPayr devpayr = over(server);
        repeatAt(ClientPhase.FAILURE);

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> devpayr.licenses().create(1, DRAFT));

        assertThat(repeated).containsExactly(ClientPhase.FAILURE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void stateChangeWithALostConnectionHasAnUnknownOutcomeEvenIfRepeated() throws Exception {
        RawServer server = server((request, out) -> {
            if (request.number() == 1) {
                RawServer.DISCONNECT.respond(request, out);
            }
            RawServer.json(out, "{\"data\":null}");
        });
        DevPayr devpayr = over(server);
        repeatAt(ClientPhase.FAILURE);

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> devpayr.licenses().revoke(1, 12));

        assertThat(repeated).containsExactly(ClientPhase.FAILURE);
    }

    @Test
    void responseDiscardedByAnInterceptorIsAnUnknownOutcome() throws Exception {
        RawServer server = server(InterceptorTest::unauthorized);
        DevPayr devpayr = over(server);
        repeatAt(ClientPhase.RECEIVE_RESPONSE);

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> devpayr.licenses().create(1, DRAFT));

        assertThat(repeated).containsExactly(ClientPhase.RECEIVE_RESPONSE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void repeatedRequestWithABodyIsNotSent() throws Exception {
        RawServer server = server(RawServer.DISCONNECT);
        DevPayr devpayr = over(server);
        AtomicReference<Object> body = new AtomicReference<>();
        intercept(ClientPhase.SEND_REQUEST, context -> {
            body.compareAndSet(null, context.body());
            context.next();
        });
        WebClientInternal internal = (WebClientInternal) client;
        AtomicBoolean isFirst = new AtomicBoolean(true);
        internal.addInterceptor(new PrepareAgain(body, isFirst, repeated));

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> devpayr.licenses().create(1, DRAFT));

        assertThat(repeated).containsExactly(ClientPhase.FAILURE);
        assertThat(server.requests()).hasSize(1);
    }

    private record PrepareAgain(AtomicReference<Object> body, AtomicBoolean isFirst, Queue<ClientPhase> repeated)
            implements Handler<HttpContext<?>> {
        @Override
        public void handle(HttpContext<?> context) {
            if (context.phase() == ClientPhase.FAILURE && isFirst.getAndSet(false)) {
                repeated.add(context.phase());
                again(context);
            } else {
                context.next();
            }
        }

        private <T> void again(HttpContext<T> context) {
            context.prepareRequest(context.request(), context.contentType(), body.get());
        }
    }

    @Test
    void interceptorCanChangeTheRequest() throws Exception {
        RawServer server = server((request, out) -> RawServer.license(out));
        DevPayr devpayr = over(server);
        intercept(ClientPhase.CREATE_REQUEST, context -> {
            context.requestOptions().putHeader("Authorization", "Bearer token");
            context.next();
        });

        devpayr.licenses().get(1, 12);

        assertThat(server.requests().get(0).head()).containsIgnoringCase("authorization: Bearer token\r\n");
    }

    @Test
    void interceptorReceivesASuccess() throws Exception {
        RawServer server = server((request, out) -> RawServer.license(out));
        DevPayr devpayr = over(server);
        Queue<ClientPhase> seen = new ConcurrentLinkedQueue<>();
        ((WebClientInternal) client).addInterceptor(context -> {
            seen.add(context.phase());
            context.next();
        });

        devpayr.licenses().get(1, 12);
        get(vertx.executeBlocking(() -> "after pending tasks of the event loop"));

        assertThat(seen)
                .contains(
                        ClientPhase.PREPARE_REQUEST,
                        ClientPhase.CREATE_REQUEST,
                        ClientPhase.SEND_REQUEST,
                        ClientPhase.RECEIVE_RESPONSE);
    }

    @Test
    void anInterceptorCanRespondWithoutARequest() throws Exception {
        RawServer server = server((request, out) -> RawServer.license(out));
        DevPayr devpayr = over(server);
        intercept(ClientPhase.CREATE_REQUEST, InterceptorTest::respond);

        assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(7);
        assertThat(server.requests()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void respond(HttpContext<?> context) {
        HttpResponse<Buffer> response = new HttpResponseImpl<>(
                HttpVersion.HTTP_1_1,
                200,
                "OK",
                MultiMap.caseInsensitiveMultiMap(),
                MultiMap.caseInsensitiveMultiMap(),
                List.of(),
                Buffer.buffer("{\"data\":{\"id\":7,\"uuid\":\"k\"}}"),
                List.of());
        ((HttpContext<Buffer>) context).dispatchResponse(response);
    }
}
