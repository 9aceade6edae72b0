package com.devpayr.retrofit;

import com.devpayr.spi.RawBody;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** An OkHttp request body. A file is read in pieces while it is sent. */
final class RawRequestBody extends RequestBody {
    private final RawBody body;
    private final MediaType contentType;

    RawRequestBody(RawBody body) {
        this.body = body;
        this.contentType = MediaType.get(body.contentType());
    }

    /** Returns whether the body is a form with a file. */
    boolean isForm() {
        return !body.isInMemory();
    }

    @Override
    public MediaType contentType() {
        return contentType;
    }

    @Override
    public long contentLength() {
        return body.length();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        if (body.isInMemory()) {
            sink.write(body.toByteArray());
            return;
        }
        try (Source content = Okio.source(body.open())) {
            sink.writeAll(content);
        }
    }
}
