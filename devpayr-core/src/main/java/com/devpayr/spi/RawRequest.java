package com.devpayr.spi;

import com.devpayr.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that is ready to be sent.
 *
 * @param operation the operation that it performs
 * @param method the HTTP method in upper case
 * @param baseUrl the configured base URL, ending with a slash
 * @param target the path and query relative to the base URL, encoded, without a leading slash
 * @param headers all headers but {@code Host} and {@code Content-Length}; contains credentials, so do not log it
 * @param body the body; null for none
 * @param maxResponseBytes the maximum size of a response body in bytes. A transport that buffers responses must stop
 *     reading after one byte more than this, close the connection, and return what it has
 * @param callTimeout the maximum time until the last byte of the response, for transports that apply the call timeout themselves
 */
public record RawRequest(
        Operation operation,
        String method,
        URI baseUrl,
        String target,
        Map<String, String> headers,
        @Nullable RawBody body,
        int maxResponseBytes,
        Duration callTimeout) {

    /** Returns the absolute URI. */
    public URI uri() {
        return URI.create(baseUrl + target);
    }

    /**
     * Returns the whole body; empty if there is none. May block unless the body is in memory.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public byte[] bodyBytes() {
        try {
            return body == null ? new byte[0] : body.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the method and the path; never the query, a header or the body. */
    @Override
    public String toString() {
        return "RawRequest[" + method + " " + target.split("\\?", 2)[0] + "]";
    }
}
