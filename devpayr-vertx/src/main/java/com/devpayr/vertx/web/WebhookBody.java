package com.devpayr.vertx.web;

import com.devpayr.error.WebhookRejectedException;
import com.devpayr.error.WebhookRejectedException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Reads the body of a delivery. Bytes that exceed the maximum size are discarded. */
final class WebhookBody {
    private final int maxBytes;
    private final Buffer body = Buffer.buffer();
    private final Promise<Buffer> result = Promise.promise();

    private WebhookBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns the body that a {@code BodyHandler} has read, else reads it. Fails if it is too large. */
    static Future<Buffer> read(RoutingContext context, int maxBytes) {
        HttpServerRequest request = context.request();
        if (context.body().available() || request.isEnded()) {
            Buffer body = context.body().buffer(); // null if it is empty
            return Future.succeededFuture(body == null ? Buffer.buffer() : body);
        }
        WebhookBody reader = new WebhookBody(maxBytes);
        request.exceptionHandler(reader.result::tryFail)
                .endHandler(end -> reader.result.tryComplete(reader.body))
                .handler(reader::append);
        return reader.result.future();
    }

    private void append(Buffer chunk) {
        if (result.future().isComplete()) {
            return;
        }
        if (body.length() + (long) chunk.length() > maxBytes) {
            result.tryFail(new WebhookRejectedException(
                    Reason.TOO_LARGE, "is larger than " + maxBytes + " bytes, which is the configured limit"));
        } else {
            body.appendBuffer(chunk);
        }
    }
}
