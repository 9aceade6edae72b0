package com.devpayr.vertx;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of one response, collected up to a limit. A body that arrives in one piece, as most do, is not copied. Not safe
 * for use by multiple threads.
 */
final class BodyAccumulator implements BodyStream<Buffer> {
    private final int limit;
    private final Runnable listener;
    private final Promise<Buffer> result = Promise.promise();
    private Buffer body = Buffer.buffer(0);
    private boolean isCopy;
    private boolean isReported;

    /**
     * Creates an empty body.
     *
     * @param limit the maximum number of bytes; data after the piece that exceeds it is discarded
     * @param listener called after each piece
     */
    BodyAccumulator(int limit, Runnable listener) {
        this.limit = limit;
        this.listener = listener;
    }

    /** Returns a body that discards everything. */
    static BodyAccumulator discarding() {
        return new BodyAccumulator(-1, () -> {});
    }

    /** Passes the body to Web Client and its interceptors once it is complete. Otherwise they do not receive it. */
    BodyAccumulator reported() {
        isReported = true;
        return this;
    }

    /** Returns the received bytes: at least one more than the limit if the limit is exceeded. */
    Buffer body() {
        return body;
    }

    boolean exceedsLimit() {
        return body.length() > limit;
    }

    @Override
    public Future<Void> write(Buffer piece) {
        if (!exceedsLimit()) {
            add(piece);
            listener.run();
        }
        return Future.succeededFuture();
    }

    private void add(Buffer piece) {
        if (body.length() == 0) {
            body = piece;
            return;
        }
        if (!isCopy) {
            body = Buffer.buffer().appendBuffer(body); // the buffer of the first piece belongs to the connection
            isCopy = true;
        }
        body.appendBuffer(piece);
    }

    /** Called at the end of the response, or when the connection is lost. Web Client then ignores the result. */
    @Override
    public Future<Void> end() {
        if (isReported) {
            result.tryComplete(body);
        }
        return Future.succeededFuture();
    }

    @Override
    public Future<Buffer> result() {
        return result.future();
    }

    @Override
    public void handle(Throwable failure) {
        result.tryFail(failure);
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public BodyAccumulator setWriteQueueMaxSize(int size) {
        return this;
    }

    @Override
    public BodyAccumulator drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }

    @Override
    public BodyAccumulator exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }
}
