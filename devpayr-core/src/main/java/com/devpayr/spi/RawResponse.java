package com.devpayr.spi;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An HTTP response as it arrived: any status, body not decompressed. Read once, by one thread. */
public interface RawResponse extends AutoCloseable {
    /** Returns the HTTP status. */
    int status();

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return null if the header is absent
     */
    @Nullable
    String header(String name);

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

    /** Releases the connection. Called once, after the body was read or abandoned. */
    @Override
    default void close() {}
}
