package com.devpayr.vertx;

import com.devpayr.spi.RawBody;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body from a stream, such as a file, in pieces. Each piece is read on a worker when the previous one has been written,
 * so only one piece is in memory.
 */
final class StreamWriter implements RequestWriter {
    static final int PIECE_BYTES = 64 * 1024;

    private final VertxResources resources;
    private final RawBody body;
    private final Runnable progress;
    private final Consumer<Throwable> unreadable;
    private volatile @Nullable InputStream content;
    private volatile boolean isClosed;
    private long readBytes;

    /**
     * Creates a writer. Does not open the stream.
     *
     * @param progress called after each piece that was read or written
     * @param unreadable called if the body cannot be read
     */
    StreamWriter(VertxResources resources, RawBody body, Runnable progress, Consumer<Throwable> unreadable) {
        this.resources = resources;
        this.body = body;
        this.progress = progress;
        this.unreadable = unreadable;
    }

    /** Opens the stream on a worker, so that a file that cannot be read is reported before anything is sent. */
    Future<Void> open() {
        return resources.callBlocking(() -> {
            InputStream opened = body.open();
            content = opened;
            if (isClosed) {
                opened.close();
            }
            return null;
        });
    }

    @Override
    public Future<Void> writeTo(HttpClientRequest request) {
        Promise<Void> written = Promise.promise();
        writeNext(request, written);
        return written.future();
    }

    private void writeNext(HttpClientRequest request, Promise<Void> written) {
        resources.callBlocking(this::readPiece).onComplete(piece -> write(piece, request, written), failure -> {
            unreadable.accept(failure);
            written.fail(failure);
        });
    }

    private void write(Buffer piece, HttpClientRequest request, Promise<Void> written) {
        progress.run();
        if (piece.length() == 0) {
            request.end().onComplete(written);
        } else {
            request.write(piece)
                    .onComplete(
                            done -> {
                                progress.run();
                                writeNext(request, written);
                            },
                            written::fail);
        }
    }

    /** Reads the next piece; empty at the end. Must not be called concurrently. */
    private Buffer readPiece() throws IOException {
        InputStream opened = content;
        if (opened == null) {
            throw new IllegalStateException("the body is not open");
        }
        byte[] piece = opened.readNBytes(PIECE_BYTES);
        readBytes += piece.length;
        if (readBytes > body.length() || (piece.length == 0 && readBytes < body.length())) {
            throw new IOException("the body does not have " + body.length() + " bytes");
        }
        return Buffer.buffer(piece);
    }

    @Override
    public void close() {
        isClosed = true;
        InputStream opened = content;
        if (opened != null) {
            closeOnWorker(opened);
        }
    }

    private void closeOnWorker(InputStream opened) {
        try {
            resources.runBlocking(() -> closeQuietly(opened));
        } catch (RejectedExecutionException closed) {
            closeQuietly(opened);
        }
    }

    private static void closeQuietly(InputStream opened) {
        try {
            opened.close();
        } catch (IOException ignored) {
            // it was only read
        }
    }
}
