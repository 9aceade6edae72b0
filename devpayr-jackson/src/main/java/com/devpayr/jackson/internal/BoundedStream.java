package com.devpayr.jackson.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails if more than a number of bytes are read. */
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

    /** The stream has more bytes than allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("more than " + limit + " bytes");
        }
    }
}
