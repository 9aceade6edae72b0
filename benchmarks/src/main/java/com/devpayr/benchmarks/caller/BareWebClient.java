package com.devpayr.benchmarks.caller;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Calls with Vert.x Web Client, used as its documentation shows. Reads JSON on the event loop. */
final class BareWebClient implements AsyncCaller {
    private final Vertx vertx = Vertx.vertx();
    private final WebClient client =
            WebClient.create(vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(CallFixture.CONNECTIONS));
    private final BenchmarkedOperation operation;
    private final CallFixture fixture;
    private final Supplier<String> urls;

    BareWebClient(BenchmarkedOperation operation, CallFixture fixture) {
        this.operation = operation;
        this.fixture = fixture;
        this.urls = fixture.urls(operation);
    }

    @Override
    public CompletableFuture<?> call() {
        String url = urls.get();
        HttpRequest<Buffer> request = operation.hasBody ? client.postAbs(url) : client.getAbs(url);
        CallFixture.headers(operation).forEach(request::putHeader);
        return send(request).map(this::read).toCompletionStage().toCompletableFuture();
    }

    private Future<HttpResponse<Buffer>> send(HttpRequest<Buffer> request) {
        return operation.hasBody
                ? request.putHeader("Content-Type", "application/json").sendBuffer(Buffer.buffer(CallFixture.BODY))
                : request.send();
    }

    private Object read(HttpResponse<Buffer> response) {
        try {
            return fixture.read(
                    operation,
                    response.statusCode(),
                    new ByteArrayInputStream(response.bodyAsBuffer().getBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
