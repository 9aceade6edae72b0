package com.devpayr.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A response of given parts. */
record SimpleResponse(int status, Function<String, @Nullable String> headers, InputStream body, long bufferedLength)
        implements RawResponse {
    @Override
    public @Nullable String header(String name) {
        return headers.apply(name);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
