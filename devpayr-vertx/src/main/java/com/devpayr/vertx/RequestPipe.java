package com.devpayr.vertx;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.Pipe;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is its own pipe, used to obtain the {@link HttpClientRequest} of every request.
 *
 * <p>Web Client does not expose its {@code HttpClientRequest}. Without it a request could not be reset after a cancellation, a
 * timeout or an oversized response. However, {@code HttpRequest.sendStream} obtains a pipe from its stream and passes the request
 * to {@link Pipe#to}, both public API. Only this class relies on that.
 */
final class RequestPipe implements ReadStream<Buffer>, Pipe<Buffer> {
    /** Does nothing: the future of the response reports failures, and without a handler Vert.x would log them as well. */
    private static final Handler<Throwable> REPORTED_ELSEWHERE = failure -> {};

    private final Function<HttpClientRequest, Future<Void>> writer;

    /**
     * Creates a pipe.
     *
     * @param writer writes the body to the request and ends it; if its future fails, Web Client resets the request
     */
    RequestPipe(Function<HttpClientRequest, Future<Void>> writer) {
        this.writer = writer;
    }

    @Override
    public Pipe<Buffer> pipe() {
        return this;
    }

    /** Passes the request to the writer. Web Client has made it chunked unless it has a {@code Content-Length}. */
    @Override
    public Future<Void> to(WriteStream<Buffer> request) {
        return writer.apply(((HttpClientRequest) request).setChunked(false).exceptionHandler(REPORTED_ELSEWHERE));
    }

    @Override
    public void close() {}

    @Override
    public RequestPipe endOnFailure(boolean end) {
        return this;
    }

    @Override
    public RequestPipe endOnSuccess(boolean end) {
        return this;
    }

    @Override
    public RequestPipe endOnComplete(boolean end) {
        return this;
    }

    @Override
    public RequestPipe exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }

    @Override
    public RequestPipe handler(@Nullable Handler<Buffer> handler) {
        return this;
    }

    @Override
    public RequestPipe endHandler(@Nullable Handler<Void> handler) {
        return this;
    }

    @Override
    public RequestPipe pause() {
        return this;
    }

    @Override
    public RequestPipe resume() {
        return this;
    }

    @Override
    public RequestPipe fetch(long amount) {
        return this;
    }
}
