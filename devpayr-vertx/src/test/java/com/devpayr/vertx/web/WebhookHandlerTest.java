package com.devpayr.vertx.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.Webhooks;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.vertx.VertxDevPayr;
import com.devpayr.webhook.LicenseRevoked;
import com.devpayr.webhook.WebhookEvent;
import com.devpayr.webhook.WebhookReplayStore;
import com.devpayr.webhook.WebhookVerifier;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookHandlerTest {
    private static final Secret SECRET = Secret.of("whsec-acme-42");
    private static final String BODY =
            "{\"event\": \"license.revoked\", \"id\": \"evt-1\", \"data\": {\"id\": 3, \"uuid\": \"0197a0b1-cafe\"}}";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Webhooks webhooks =
            Webhooks.create(WebhookVerifier.builder(SECRET).maxBodyBytes(10_000).build());
    private final Queue<WebhookEvent> events = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() throws Exception {
        get(vertx.close());
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private Future<?> save(WebhookEvent event) {
        events.add(event);
        return Future.succeededFuture();
    }

    private URI serve(Function<Router, Router> routes) throws Exception {
        HttpServer server = get(vertx.createHttpServer()
                .requestHandler(routes.apply(Router.router(vertx)))
                .listen(0, "127.0.0.1"));
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/hooks/devpayr");
    }

    private URI serve(WebhookHandler handler) throws Exception {
        return serve(router -> {
            router.post("/hooks/devpayr").handler(handler);
            return router;
        });
    }

    private HttpResponse<String> send(URI uri, String body, String secret) throws Exception {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("x-devpayr-timestamp", timestamp)
                .header("x-devpayr-signature", signature(secret, timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(URI uri, String body) throws Exception {
        return send(uri, body, SECRET.reveal());
    }

    private static String signature(String secret, String content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(content.getBytes(UTF_8)));
    }

    /** The emulator signs and sends the webhook of a revocation. */
    @Test
    void receivesWebhooksOfTheEmulator() throws Exception {
        BlockingQueue<WebhookEvent> received = new LinkedBlockingQueue<>();
        URI uri = serve(WebhookHandler.create(webhooks, event -> {
            received.add(event);
            return Future.succeededFuture();
        }));
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeProject acme = fake.project("Acme").webhook(uri.toString(), SECRET);
        long license = acme.license("Pro").id();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            VertxDevPayr devpayr = VertxDevPayr.create(DevPayrConfig.builder()
                    .baseUrl(emulator.baseUrl())
                    .apiKey(fake.createGlobalKey().reveal())
                    .domain("vendor.example.com")
                    .build());
            get(devpayr.licenses().revoke(acme.id(), license));

            WebhookEvent event = received.poll(30, TimeUnit.SECONDS);
            while (!(event instanceof LicenseRevoked)) {
                assertThat(event).isNotNull();
                event = received.poll(30, TimeUnit.SECONDS);
            }
            assertThat(requireNonNull(((LicenseRevoked) event).license()).id()).isEqualTo(license);
            devpayr.close();
        }
    }

    @Test
    void passesAnEventToTheCallbackOnce() throws Exception {
        URI uri = serve(router -> {
            // <webhook>
            router.post("/hooks/devpayr").handler(WebhookHandler.create(webhooks, event -> {
                if (event instanceof LicenseRevoked revoked) {
                    return save(revoked); // a future: DevPayr sends the event again if it fails
                }
                return Future.succeededFuture();
            }));
            // </webhook>
            return router;
        });

        assertThat(send(uri, BODY).statusCode()).isEqualTo(204);
        assertThat(send(uri, BODY).statusCode()).isEqualTo(200);

        assertThat(events).singleElement().isInstanceOfSatisfying(LicenseRevoked.class, event -> {
            assertThat(event.id()).isEqualTo("evt-1");
            assertThat(event.body()).isEqualTo(BODY);
        });
    }

    @Test
    void publishesEventsOnTheEventBus() throws Exception {
        BlockingQueue<Message<JsonObject>> messages = new LinkedBlockingQueue<>();
        URI uri = serve(router -> {
            // <event-bus>
            vertx.eventBus().<JsonObject>consumer("devpayr.events", messages::add);
            router.post("/hooks/devpayr").handler(WebhookHandler.create(webhooks, vertx.eventBus(), "devpayr.events"));
            // </event-bus>
            return router;
        });

        assertThat(send(uri, BODY).statusCode()).isEqualTo(204);

        assertThat(messages.poll(30, TimeUnit.SECONDS)).satisfies(message -> {
            assertThat(message.headers().get("type")).isEqualTo("license.revoked");
            assertThat(message.headers().get("id")).isEqualTo("evt-1");
            assertThat(message.body()).isEqualTo(new JsonObject(BODY));
        });
    }

    @Test
    void rejectsForgeries() throws Exception {
        URI uri = serve(WebhookHandler.create(webhooks, this::save));

        HttpResponse<String> forged = send(uri, BODY, "another-secret");
        HttpResponse<String> unsigned = http.send(
                HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.ofString(BODY))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body()).startsWith("webhook delivery is not signed with the configured secret");
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(events).isEmpty();
    }

    @Test
    void anEventWhoseCallbackFailedIsPassedAgain() throws Exception {
        Queue<Future<?>> results = new ConcurrentLinkedQueue<>();
        URI uri = serve(WebhookHandler.create(webhooks, event -> {
            events.add(event);
            return results.isEmpty() ? throwing() : results.remove();
        }));
        assertThat(send(uri, BODY).statusCode()).isEqualTo(500);
        results.add(Future.failedFuture("the database is down"));
        assertThat(send(uri, BODY).statusCode()).isEqualTo(500);
        results.add(Future.succeededFuture());
        assertThat(send(uri, BODY).statusCode()).isEqualTo(204);
        assertThat(events).hasSize(3);
    }

    private static Future<?> throwing() {
        throw new IllegalStateException("the database is down");
    }

    @Test
    void respondsAfterTheEventIsProcessed() throws Exception {
        Promise<Void> saved = Promise.promise();
        URI uri = serve(WebhookHandler.create(webhooks, event -> {
            events.add(event);
            vertx.runOnContext(later -> saved.complete());
            return saved.future();
        }));

        assertThat(send(uri, BODY).statusCode()).isEqualTo(204);
        assertThat(saved.future().succeeded()).isTrue();
    }

    @Test
    void limitsTheBody() throws Exception {
        URI uri = serve(WebhookHandler.create(webhooks, this::save));
        URI afterBodyHandler = serve(router -> {
            router.route().handler(BodyHandler.create(false));
            router.post("/hooks/devpayr").handler(WebhookHandler.create(webhooks, this::save));
            return router;
        });

        assertThat(send(uri, "x".repeat(10_000)).statusCode())
                .as("the size is permitted, the content is not JSON")
                .isEqualTo(400);
        assertThat(send(uri, "x".repeat(10_001)).statusCode()).isEqualTo(413);
        assertThat(send(uri, "x".repeat(1_000_000)).statusCode()).isEqualTo(413);
        assertThat(send(uri, "").statusCode()).isEqualTo(400);
        assertThat(send(afterBodyHandler, "x".repeat(10_001)).statusCode()).isEqualTo(413);
        assertThat(send(afterBodyHandler, "").statusCode()).isEqualTo(400);
        assertThat(send(afterBodyHandler, BODY).statusCode()).isEqualTo(204);
        assertThat(events).hasSize(1);
    }

    @Test
    void respondsToALargeBodyBeforeItsEnd() throws Exception {
        URI uri = serve(WebhookHandler.create(webhooks, this::save));

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            socket.setSoTimeout(30_000);
            String part = "POST /hooks/devpayr HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"
                    + "x".repeat(10_001);
            socket.getOutputStream().write(part.getBytes(US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine())
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void usesTheReplayStoreOnWorkersOnly() throws Exception {
        Queue<Boolean> onEventLoop = new ConcurrentLinkedQueue<>();
        WebhookReplayStore memory = WebhookReplayStore.memory();
        WebhookReplayStore blocking = new WebhookReplayStore() {
            @Override
            public Claim claim(String id, Duration timeout) {
                onEventLoop.add(Context.isOnEventLoopThread());
                return memory.claim(id, timeout);
            }

            @Override
            public void complete(String id, Duration retention) {
                onEventLoop.add(Context.isOnEventLoopThread());
                memory.complete(id, retention);
            }

            @Override
            public void release(String id) {
                onEventLoop.add(Context.isOnEventLoopThread());
                memory.release(id);
            }
        };
        Queue<Future<?>> results = new ConcurrentLinkedQueue<>();
        results.add(Future.failedFuture("the database is down"));
        results.add(Future.succeededFuture());
        URI uri = serve(WebhookHandler.create(webhooks.withReplayStore(blocking), event -> results.remove()));

        assertThat(send(uri, BODY).statusCode()).isEqualTo(500);
        assertThat(send(uri, BODY).statusCode()).isEqualTo(204);

        assertThat(onEventLoop).containsExactly(false, false, false, false);
    }
}
