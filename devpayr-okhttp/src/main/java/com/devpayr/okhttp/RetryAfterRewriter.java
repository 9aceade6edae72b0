package com.devpayr.okhttp;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * A network interceptor that replaces {@code Retry-After: 0} in a 503 response by the current date. OkHttp would otherwise
 * repeat the request by itself, which no setting disables. For other readers the date has the same meaning.
 */
final class RetryAfterRewriter implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String wait = response.header(RETRY_AFTER);
        if (response.code() != 503 || wait == null || !wait.matches("0+")) {
            return response;
        }
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        return response.newBuilder().header(RETRY_AFTER, now).build();
    }
}
