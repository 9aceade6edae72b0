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
 * The body of a request, as a stream that is its own pipe. All requests are sent this way, those without a body too.
 *
 * <p>Web Client does not expose the {@link HttpClientRequest} that it sends, and without it a request that was sent cannot be
 * reset: a cancel or a timeout would leave it running, and a response that is too large would be read to its end. But
 * {@code HttpRequest.sendStream} asks its stream for a pipe and passes the request to {@link Pipe#to}, both public API. Only
 * this class relies on that.
 */
final class RequestPipe implements ReadStream<Buffer>, Pipe<Buffer> {
    /** The future of the response reports failures; without a handler Vert.x would log them too. */
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

    /** Hands the request to the writer. Web Client has made it chunked unless it has a {@code Content-Length}. */
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
