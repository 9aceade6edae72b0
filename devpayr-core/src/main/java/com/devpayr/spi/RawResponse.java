package com.devpayr.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP response as it arrived: any status, body not decompressed. Read once, by one thread. */
public interface RawResponse extends AutoCloseable {
    /**
     * Returns a response whose body is in memory.
     *
     * @param headers the values of each header by name, in any case
     * @param body not copied; must not be changed
     */
    static RawResponse of(int status, Map<String, List<String>> headers, byte[] body) {
        return new SimpleResponse(status, headers, new ByteArrayInputStream(body), body.length);
    }

    /**
     * Returns a response whose body is a stream, which ends the response when it is closed.
     *
     * @param headers the values of each header by name, in any case
     */
    static RawResponse of(int status, Map<String, List<String>> headers, InputStream body) {
        return new SimpleResponse(status, headers, body, -1);
    }

    /** Returns the HTTP status. */
    int status();

    /** Returns the values of each header by name, in any case. Called for errors and for the log only. */
    Map<String, List<String>> headers();

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return null if the header is absent
     */
    default @Nullable String header(String name) {
        for (Map.Entry<String, List<String>> header : headers().entrySet()) {
            if (name.equalsIgnoreCase(header.getKey()) && !header.getValue().isEmpty()) {
                return header.getValue().get(0);
            }
        }
        return null;
    }

    /** Returns the number of body bytes if all of them are in memory, or -1 if reading the body may block. */
    default long bufferedLength() {
        return -1;
    }

    /**
     * Returns the body; empty if there is none. Closed by the reader.
     *
     * @throws IOException if it cannot be read
     */
    InputStream body() throws IOException;

    /**
     * Releases the connection, and ends the response if its body was not read to its end. Called by any thread, also while
     * another one reads the body, and more than once.
     */
    @Override
    default void close() {}
}
