package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import com.devpayr.vertx.Wire.Outgoing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, within the configured times and size. Whatever ends it early ends the request on the wire
 * too.
 */
final class Exchange {
    private final Engine engine;
    private final DevPayrConfig config;
    private final Operation operation;
    private final Promise<Answer> done = Promise.promise();
    private final Watch watch;
    private volatile @Nullable HttpClientRequest request;

    Exchange(Engine engine, DevPayrConfig config, Operation operation) {
        this.engine = engine;
        this.config = config;
        this.operation = operation;
        this.watch = new Watch(engine.vertx(), config, this::late);
    }

    /** Sends the request and takes its answer in; called on the context on which the answer is wanted. */
    Future<Answer> send(Outgoing outgoing) {
        done.future().onComplete(over -> {
            watch.stop();
            outgoing.body().close();
        });
        if (done.future().isComplete()) {
            return done.future();
        }
        watch.start();
        engine.client()
                .request(outgoing.options())
                .onSuccess(opened -> begin(opened, outgoing.body()))
                .onFailure(failure -> end(failed(Kind.CONNECT, failure)));
        return done.future();
    }

    /** Ends the request; does nothing once the answer is there. */
    void cancel() {
        end(new CancellationException(operation.id() + " was cancelled"));
    }

    private void begin(HttpClientRequest opened, Body body) {
        request = opened;
        if (done.future().isComplete()) {
            opened.reset();
            return;
        }
        opened.response().onSuccess(this::receive).onFailure(this::broken);
        body.writeTo(opened, watch::progress)
                .onSuccess(sent -> watch.progress())
                .onFailure(this::unwritable);
    }

    /** A file that cannot be read ends the request; of a connection that breaks, the answer's future tells. */
    private void unwritable(Throwable failure) {
        if (failure instanceof DevPayrException) {
            end(failure);
        }
    }

    private void receive(HttpClientResponse response) {
        int limit = config.maxResponseBytes(operation);
        Intake body = new Intake();
        response.exceptionHandler(this::broken);
        response.endHandler(end -> done.tryComplete(answer(response, body)));
        response.handler(bytes -> {
            if (body.length() <= limit) {
                watch.progress();
                body.add(bytes);
                cutOff(response, body, limit);
            }
        });
    }

    /** What is too long is refused when it is read, by its status; no more of it needs to come. */
    private void cutOff(HttpClientResponse response, Intake body, int limit) {
        if (body.length() > limit && done.tryComplete(answer(response, body))) {
            response.request().reset();
        }
    }

    private static Answer answer(HttpClientResponse response, Intake body) {
        return new Answer(
                response.statusCode(),
                response.getHeader("Retry-After"),
                response.getHeader("Content-Encoding"),
                body.body());
    }

    private void late() {
        end(failed(request == null ? Kind.CONNECT : Kind.TIMEOUT, null));
    }

    private void broken(Throwable failure) {
        end(failed(Kind.CONNECTION_LOST, failure));
    }

    private TransportException failed(Kind kind, @Nullable Throwable cause) {
        return new TransportException(operation, kind, cause);
    }

    private void end(Throwable failure) {
        if (done.tryFail(failure)) {
            HttpClientRequest open = request;
            if (open != null) {
                open.reset();
            }
        }
    }
}
