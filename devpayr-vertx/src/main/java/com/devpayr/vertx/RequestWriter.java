package com.devpayr.vertx;

import com.devpayr.spi.RawBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the body of a request, and ends the request. */
@FunctionalInterface
interface RequestWriter {
    /** Writes no body. */
    RequestWriter NO_BODY = HttpClientRequest::end;

    /**
     * Writes the body and ends the request.
     *
     * @return fails if the body cannot be read, the request was reset or the connection is lost
     */
    Future<Void> writeTo(HttpClientRequest request);

    /** Releases the source of the body. Called once, by any thread, whether or not the request succeeds. */
    default void close() {}

    /** Returns a writer of a body in memory. */
    static RequestWriter of(RawBody body) {
        try {
            Buffer content = Buffer.buffer(body.toByteArray());
            return request -> request.end(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
