package com.devpayr.testkit.internal.http;

import com.devpayr.testkit.internal.platform.ErrorResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads the bodies of requests within bounds, so that a client without a key cannot exhaust the memory: a body has a maximum
 * size, and few large ones are in memory at the same time.
 */
final class RequestBodyLimiter {
    /** A file of 5 MB and the other fields of its form. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final int SMALL_BYTES = 64 * 1024;
    private static final int PAYLOAD_TOO_LARGE = 413;

    private final Semaphore large;

    /** @param maxLarge the number of bodies of more than 64 KiB that are in memory at the same time */
    RequestBodyLimiter(int maxLarge) {
        this.large = new Semaphore(maxLarge, true);
    }

    /** Processes a body, which is in memory until the processing ends. */
    @FunctionalInterface
    interface Processing<T> {
        T process(byte[] body) throws IOException;
    }

    /**
     * Reads and processes a body. Waits before a large one is read if there are too many.
     *
     * @throws ErrorResponseException 413 if the body is too large
     */
    <T> T process(InputStream body, Processing<T> processing) throws IOException {
        byte[] start = body.readNBytes(SMALL_BYTES);
        if (start.length < SMALL_BYTES) {
            return processing.process(start);
        }
        large.acquireUninterruptibly();
        try {
            byte[] all = join(start, body.readNBytes(MAX_BYTES + 1 - start.length));
            requireAllowedSize(all);
            return processing.process(all);
        } finally {
            large.release();
        }
    }

    /** @throws ErrorResponseException 413 if a body is too large */
    static void requireAllowedSize(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new ErrorResponseException(PAYLOAD_TOO_LARGE, "The body is larger than 8 MiB.");
        }
    }

    private static byte[] join(byte[] start, byte[] rest) {
        byte[] all = new byte[start.length + rest.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }
}
