package com.devpayr.okhttp;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * A network interceptor that replaces numbers in the {@code Retry-After} header of a 503 response that OkHttp cannot handle.
 * At zero seconds OkHttp would repeat the request by itself, which no setting disables: it becomes the current date, which for
 * other readers has the same meaning. A number that is not an {@code int} would make OkHttp throw a {@link
 * NumberFormatException}: 999,999,999 seconds, about 31 years, replace it.
 */
final class RetryAfterRewriter implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");
    private static final int MAX_DIGITS = 9;
    private static final String LONGEST = "9".repeat(MAX_DIGITS);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() != 503) {
            return response;
        }
        String wait = response.header(RETRY_AFTER);
        if (wait == null || !SECONDS.matcher(wait).matches()) {
            return response;
        }
        return response.newBuilder().header(RETRY_AFTER, readable(wait)).build();
    }

    private static String readable(String digits) {
        String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
        if (significant.isEmpty()) {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        }
        return significant.length() > MAX_DIGITS ? LONGEST : significant;
    }
}
