package com.devpayr.vertx;

import io.vertx.core.buffer.Buffer;

/** An answer's body as it comes. One that comes in one piece, as most do, is not copied. */
final class Intake {
    private Buffer body = Buffer.buffer(0);
    private boolean grows;

    void add(Buffer piece) {
        if (body.length() == 0) {
            body = piece;
            return;
        }
        if (!grows) {
            body = Buffer.buffer().appendBuffer(body); // the first piece is the connection's to write to
            grows = true;
        }
        body.appendBuffer(piece);
    }

    int length() {
        return body.length();
    }

    Buffer body() {
        return body;
    }
}
