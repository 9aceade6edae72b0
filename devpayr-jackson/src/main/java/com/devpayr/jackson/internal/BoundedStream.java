package com.devpayr.jackson.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input stream with a size limit. Reading more bytes throws {@link TooLargeException}. */
final class BoundedStream extends FilterInputStream {
    private final int limit;
    private long count;

    BoundedStream(InputStream source, int limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        add(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int read) throws TooLargeException {
        count += read;
        if (count > limit) {
            throw new TooLargeException(limit);
        }
    }

    /** Thrown when the size limit is exceeded. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("more than " + limit + " bytes");
        }
    }
}
