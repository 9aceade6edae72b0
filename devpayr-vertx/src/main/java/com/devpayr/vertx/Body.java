package com.devpayr.vertx;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;

/** What a request carries after its headers. */
@FunctionalInterface
interface Body {
    /** No body. */
    Body NONE = (request, progress) -> request.end();

    /**
     * Writes it and ends the request.
     *
     * @param progress run whenever a part of it has left
     */
    Future<Void> writeTo(HttpClientRequest request, Runnable progress);

    /** Lets go of what it reads from; called once, whatever became of the request. */
    default void close() {}

    /** Bytes that are there. */
    static Body of(byte[] bytes) {
        return (request, progress) -> request.end(Buffer.buffer(bytes));
    }
}
