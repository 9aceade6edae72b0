package com.devpayr.retrofit;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.log.LoggedAttempt;
import com.devpayr.internal.log.RequestTarget;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Reports requests and responses to the log. */
final class LoggingInterceptor implements Interceptor {
    private final String baseUrl;

    LoggingInterceptor(DevPayrConfig config) {
        this.baseUrl = config.baseUrl().toString();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!(RequestMapper.contextOf(request) instanceof LoggedAttempt attempt)) {
            return chain.proceed(request);
        }
        RequestBody body = request.body();
        attempt.onRequest(
                request.method(),
                RequestTarget.of(baseUrl, request.url().toString()),
                headers(request, body),
                body == null ? 0 : body.contentLength());
        Response response = chain.proceed(request);
        attempt.onResponse(response.code(), response.headers().toMultimap());
        return response.newBuilder()
                .body(new CountedBody(response.body(), attempt))
                .build();
    }

    /** Returns the headers with the content type, which OkHttp adds later. */
    private static Map<String, List<String>> headers(Request request, @Nullable RequestBody body) {
        Map<String, List<String>> headers =
                new LinkedHashMap<>(request.headers().toMultimap());
        MediaType contentType = body == null ? null : body.contentType();
        if (contentType != null) {
            headers.put("content-type", List.of(contentType.toString()));
        }
        return headers;
    }

    private static final class CountedBody extends ResponseBody {
        private final ResponseBody body;
        private final BufferedSource source;

        CountedBody(ResponseBody body, LoggedAttempt attempt) {
            this.body = body;
            this.source = Okio.buffer(Okio.source(attempt.counting(body.byteStream())));
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }
}
