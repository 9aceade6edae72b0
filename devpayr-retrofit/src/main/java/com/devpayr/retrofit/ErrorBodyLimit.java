package com.devpayr.retrofit;

import com.devpayr.config.DevPayrConfig;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Truncates the body of an error at the configured size, since Retrofit reads the complete body into memory. The status of the
 * response is sufficient to create the exception.
 */
final class ErrorBodyLimit implements Interceptor {
    private final DevPayrConfig config;

    ErrorBodyLimit(DevPayrConfig config) {
        this.config = config;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        int limit = config.maxResponseBytes(RequestMapper.operationOf(chain.request()));
        return response.newBuilder()
                .body(new LimitedBody(response.body(), limit))
                .build();
    }

    private static final class LimitedBody extends ResponseBody {
        private final ResponseBody body;
        private final BufferedSource source;

        LimitedBody(ResponseBody body, int limit) {
            this.body = body;
            this.source = Okio.buffer(new LimitedSource(body.source(), limit));
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }

    private static final class LimitedSource extends ForwardingSource {
        private long remaining;

        LimitedSource(Source delegate, int limit) {
            super(delegate);
            this.remaining = limit;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            if (remaining == 0) {
                return -1;
            }
            long read = super.read(sink, Math.min(byteCount, remaining));
            remaining -= Math.max(read, 0);
            return read;
        }
    }
}
