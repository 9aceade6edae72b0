package com.devpayr.vertx;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.wire.MultipartEnvelope;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * A form with a file, which is read piece by piece on a worker: the next piece when the one before it has left, so that
 * one piece is in memory, however large the file and slow the network.
 */
final class UploadBody implements Body {
    private static final int PIECE = 64 * 1024;

    private final Engine engine;
    private final MultipartEnvelope frame;
    private final long size;
    private final InputStream content;

    private UploadBody(Engine engine, MultipartEnvelope frame, long size, InputStream content) {
        this.engine = engine;
        this.frame = frame;
        this.size = size;
        this.content = content;
    }

    /** Opens the file, so that one which cannot be read is refused before anything is sent. */
    static UploadBody open(Engine engine, MultipartEnvelope frame, Upload file) {
        try {
            return new UploadBody(engine, frame, file.size(), file.open());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    long length() {
        return frame.head().length + size + frame.tail().length;
    }

    @Override
    public Future<Void> writeTo(HttpClientRequest request, Runnable progress) {
        return request.write(Buffer.buffer(frame.head()))
                .compose(head -> writeFile(request, progress, size))
                .compose(file -> request.end(Buffer.buffer(frame.tail())));
    }

    private Future<Void> writeFile(HttpClientRequest request, Runnable progress, long left) {
        return engine.onWorker(() -> read(left)).compose(piece -> {
            progress.run();
            return piece.length == 0
                    ? Future.succeededFuture()
                    : request.write(Buffer.buffer(piece))
                            .compose(written -> writeFile(request, progress, left - piece.length));
        });
    }

    /** The next piece, empty when the file is over, which has to be where it was said to be. */
    private byte[] read(long left) {
        try {
            int expected = (int) Math.min(left, PIECE);
            byte[] piece = content.readNBytes(expected);
            if (piece.length < expected || (left == 0 && content.read() >= 0)) {
                throw new InvalidRequestException("file", "changed its size while it was read; try again");
            }
            return piece;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static InvalidRequestException unreadable(IOException failure) {
        return new InvalidRequestException(
                "file", "cannot be read (" + failure.getClass().getSimpleName() + ")");
    }

    @Override
    public void close() {
        engine.onWorker(() -> {
            content.close();
            return null;
        });
    }
}
