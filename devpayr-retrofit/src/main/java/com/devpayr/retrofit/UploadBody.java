package com.devpayr.retrofit;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.Upload;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A file on its way, read piece by piece while it is sent. */
final class UploadBody extends RequestBody {
    private static final MediaType BINARY = MediaType.get("application/octet-stream");
    private static final int PIECE = 8192;

    private final Upload file;

    UploadBody(Upload file) {
        this.file = file;
    }

    @Override
    public MediaType contentType() {
        return BINARY;
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (Content content = new Content(file)) {
            byte[] piece = new byte[PIECE];
            long left = file.size();
            while (left > 0) {
                int read = content.read(piece, (int) Math.min(left, PIECE));
                sink.write(piece, 0, read);
                left -= read;
            }
            content.requireEnd();
        }
    }

    /** The file as it is read, whose failures are told apart from the connection's. */
    private static final class Content implements AutoCloseable {
        private final InputStream stream;

        Content(Upload file) throws UnreadableException {
            try {
                this.stream = file.open();
            } catch (IOException failure) {
                throw unreadable(failure);
            }
        }

        int read(byte[] piece, int length) throws UnreadableException {
            int read = readUpTo(piece, length);
            if (read < 0) {
                throw changed();
            }
            return read;
        }

        void requireEnd() throws UnreadableException {
            if (readUpTo(new byte[1], 1) >= 0) {
                throw changed();
            }
        }

        private int readUpTo(byte[] piece, int length) throws UnreadableException {
            try {
                return stream.read(piece, 0, length);
            } catch (IOException failure) {
                throw unreadable(failure);
            }
        }

        @Override
        public void close() throws UnreadableException {
            try {
                stream.close();
            } catch (IOException failure) {
                throw unreadable(failure);
            }
        }

        private static UnreadableException changed() {
            return new UnreadableException("changed its size while it was read; try again");
        }

        private static UnreadableException unreadable(IOException failure) {
            return new UnreadableException(
                    "cannot be read (" + failure.getClass().getSimpleName() + ")");
        }
    }

    /** An I/O error, since OkHttp lets no other through. It cuts the request off: DevPayr acts on no part. */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String problem) {
            super(problem);
        }

        InvalidRequestException asInvalidRequest() {
            return new InvalidRequestException("file", String.valueOf(getMessage()));
        }
    }
}
