package com.devpayr.vertx.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.DevPayrException;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.jackson.ForwardedInjectables;
import com.devpayr.secret.Secret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The listing of docs/vertx.md about the browser SDK's injectables. */
@Timeout(60)
class ForwardedInjectablesGuideTest {
    private final Vertx vertx = Vertx.vertx();
    private final InjectableCrypto crypto = InjectableCrypto.create(Secret.of("a-shared-secret"));
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    @AfterEach
    void close() throws Exception {
        get(vertx.close());
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private void decrypt(ForwardedInjectables forwarded, byte[] body) {
        forwarded.read(body).forEach(each -> templates.put(each.slug(), new String(crypto.open(each), UTF_8)));
    }

    private static int post(int port, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/injectables"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void receivesTheBrowsersInjectables() throws Exception {
        Router router = Router.router(vertx);
        // <forwarded>
        ForwardedInjectables forwarded = ForwardedInjectables.create().withMaxBytes(1024 * 1024);
        router.post("/injectables")
                .handler(BodyHandler.create(false).setBodyLimit(forwarded.maxBytes()))
                .handler(context -> {
                    byte[] body = context.body().buffer().getBytes();
                    vertx.executeBlocking(() -> {
                                decrypt(forwarded, body); // verifies the signatures
                                return null;
                            })
                            .onSuccess(done ->
                                    context.response().setStatusCode(204).end())
                            .onFailure(
                                    failure -> context.fail(failure instanceof DevPayrException ? 400 : 500, failure));
                });
        // </forwarded>
        HttpServer server = get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        EncryptedContent content = crypto.encrypt("hello".getBytes(UTF_8));
        String row = """
                {"slug": "banner", "type": "html", "mode": "stream", "encrypted_content": "%s", "signature": "%s"}""";

        assertThat(post(
                        server.actualPort(),
                        "{\"injectables\": [" + row.formatted(content.value(), crypto.sign(content)) + "]}"))
                .isEqualTo(204);
        assertThat(templates).containsExactly(Map.entry("banner", "hello"));
        assertThat(post(server.actualPort(), "{\"injectables\": [" + row.formatted(content.value(), "00") + "]}"))
                .isEqualTo(400);
        assertThat(post(server.actualPort(), "{}")).isEqualTo(400);
        assertThat(post(server.actualPort(), " ".repeat(1024 * 1024 + 1))).isEqualTo(413);
    }
}
