package com.devpayr.jackson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails as soon as more than a maximum number of bytes has been read. */
final class BoundedStream extends FilterInputStream {
    private final int limit;
    private long total;

    BoundedStream(InputStream source, int limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws TooLargeException {
        total += read;
        if (total > limit) {
            throw new TooLargeException(limit);
        }
    }

    /** Thrown if the stream exceeds its limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("exceeds the configured limit of " + limit + " bytes");
        }
    }
}
