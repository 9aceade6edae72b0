package com.devpayr.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request: bytes in memory, or a stream of known length that may be opened more than once. */
public final class RawBody {
    private final String contentType;
    private final long length;
    private final byte @Nullable [] bytes;
    private final Source source;

    private RawBody(String contentType, long length, byte @Nullable [] bytes, Source source) {
        this.contentType = contentType;
        this.length = length;
        this.bytes = bytes;
        this.source = source;
    }

    /**
     * Returns a body in memory.
     *
     * @param bytes not copied; must not be changed
     */
    public static RawBody of(String contentType, byte[] bytes) {
        return new RawBody(contentType, bytes.length, bytes, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * Returns a body that is read while it is sent.
     *
     * @param length the exact number of bytes
     * @param source opens the body from its start
     */
    public static RawBody of(String contentType, long length, Source source) {
        return new RawBody(contentType, length, null, source);
    }

    /** Returns the value of the {@code Content-Type} header. */
    public String contentType() {
        return contentType;
    }

    /** Returns the exact number of bytes. */
    public long length() {
        return length;
    }

    /** Returns whether the body is in memory, so that reading it never blocks. */
    public boolean isInMemory() {
        return bytes != null;
    }

    /**
     * Opens the body from its start. The caller closes the stream. May block unless the body is in memory.
     *
     * @throws IOException if the source cannot be read; the request must then be aborted with this exception
     */
    public InputStream open() throws IOException {
        return source.open();
    }

    /**
     * Returns the whole body as one array. May block unless the body is in memory.
     *
     * @return not a copy if the body is in memory; must not be changed
     * @throws IOException if the source cannot be read
     * @throws ArithmeticException if the body is larger than 2 GB
     */
    public byte[] toByteArray() throws IOException {
        if (bytes != null) {
            return bytes;
        }
        byte[] all = new byte[Math.toIntExact(length)];
        try (InputStream content = open()) {
            if (content.readNBytes(all, 0, all.length) < all.length || content.read() >= 0) {
                throw new IOException("the body does not have " + length + " bytes");
            }
        }
        return all;
    }

    /** Opens the content of a body. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens the content from its start.
         *
         * @throws IOException if it cannot be read
         */
        InputStream open() throws IOException;
    }

    /** Returns the content type and length. */
    @Override
    public String toString() {
        return "RawBody[" + contentType + ", " + length + " bytes]";
    }
}
