package com.devpayr.vertx;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came.
 *
 * @param status the HTTP status
 * @param retryAfter the header, null when absent
 * @param encoding the {@code Content-Encoding}, null when absent
 * @param body what came of the body; cut off after the byte that was one too many
 */
record Answer(
        int status, @Nullable String retryAfter, @Nullable String encoding, Buffer body) {
    /** Whether it is a success as it came, not compressed. */
    boolean isPlainSuccess() {
        return status >= 200 && status <= 299 && encoding == null;
    }

    /** The body, decompressed as it is read. */
    InputStream open() throws IOException {
        InputStream bytes = new ByteArrayInputStream(body.getBytes());
        return "gzip".equalsIgnoreCase(encoding) && body.length() > 0 ? new GZIPInputStream(bytes) : bytes;
    }
}
