package com.devpayr.okhttp;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * OkHttp repeats a request by itself that was answered with 503 and {@code Retry-After: 0}, and no setting turns that
 * off. The same wait written as a date says the same to everybody else and leaves OkHttp alone.
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
