package com.devpayr.feign;

import com.devpayr.internal.concurrent.UncaughtFailures;
import com.devpayr.internal.log.LoggedHeaders;
import com.devpayr.internal.log.RedactedTarget;
import com.devpayr.internal.log.RequestTarget;
import feign.Logger;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** A Feign logger that masks the values of headers and of the URL that are not known to be harmless. */
final class RedactingLogger extends Logger {
    private final Level level;
    private final Consumer<String> lines;
    private final String baseUrl;

    RedactingLogger(Level level, Consumer<String> lines, String baseUrl) {
        this.level = level;
        this.lines = lines;
        this.baseUrl = baseUrl;
    }

    /** Does nothing: the request has no headers yet. */
    @Override
    protected void logRequest(String configKey, Level unused, Request request) {}

    /** Logs a request with all its headers. */
    void logCompleted(Request request) {
        Request masked = Request.create(
                request.httpMethod(),
                masked(request.url()),
                LoggedHeaders.masked(request.headers()),
                request.body(),
                request.charset(),
                request.requestTemplate());
        super.logRequest(request.requestTemplate().methodMetadata().configKey(), level, masked);
    }

    /** An interceptor may have set another host. */
    private String masked(String url) {
        String target = RequestTarget.of(baseUrl, url);
        return target.equals(url) ? RedactedTarget.of(url) : baseUrl + RedactedTarget.of(target);
    }

    @Override
    protected void log(String configKey, String format, Object... arguments) {
        try {
            lines.accept(String.format(Locale.ROOT, methodTag(configKey) + format, arguments));
        } catch (Throwable failure) { // the result of the call must not depend on its log
            UncaughtFailures.report(failure);
        }
    }

    /** Does not read the body. Feign would buffer it to log its length, and would wrap failures. */
    @Override
    protected Response logAndRebufferResponse(String configKey, Level unused, Response response, long elapsedTime)
            throws IOException {
        super.logAndRebufferResponse(configKey, Level.BASIC, response, elapsedTime);
        if (level.compareTo(Level.HEADERS) >= 0) {
            LoggedHeaders.masked(RawResponseBody.bodyOf(response).response().headers())
                    .forEach((name, values) -> values.forEach(value -> log(configKey, "%s: %s", name, value)));
        }
        return response;
    }
}
