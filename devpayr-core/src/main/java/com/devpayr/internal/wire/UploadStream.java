package com.devpayr.internal.wire;

import com.devpayr.injectable.Upload;
import java.io.IOException;
import java.io.InputStream;

/** The content of an upload, which must have the size that was announced. Its failures differ from the connection's. */
final class UploadStream extends InputStream {
    private final InputStream content;
    private long remaining;

    UploadStream(Upload upload) throws UnreadableUploadException {
        try {
            this.content = upload.open();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
        this.remaining = upload.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int wanted = remaining == 0 ? 1 : (int) Math.min(length, remaining); // at the end, nothing may follow
        int read = readContent(bytes, offset, wanted);
        if ((read < 0) != (remaining == 0)) {
            throw new UnreadableUploadException("changed its size while it was read; try again");
        }
        remaining -= Math.max(read, 0);
        return read;
    }

    private int readContent(byte[] bytes, int offset, int length) throws UnreadableUploadException {
        try {
            return content.read(bytes, offset, length);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static UnreadableUploadException unreadable(IOException failure) {
        return new UnreadableUploadException(
                "cannot be read (" + failure.getClass().getSimpleName() + ")");
    }
}
