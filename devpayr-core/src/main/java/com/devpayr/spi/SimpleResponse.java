package com.devpayr.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A response of given parts. */
record SimpleResponse(int status, Map<String, List<String>> headers, InputStream body, long bufferedLength)
        implements RawResponse {
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
