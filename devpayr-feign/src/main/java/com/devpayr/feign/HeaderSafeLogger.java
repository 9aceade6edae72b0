package com.devpayr.feign;

import com.devpayr.internal.log.LoggedHeaders;
import feign.Logger;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** A Feign logger that masks the values of headers that are not known to be harmless. */
final class HeaderSafeLogger extends Logger {
    private final Level level;
    private final Consumer<String> lines;

    HeaderSafeLogger(Level level, Consumer<String> lines) {
        this.level = level;
        this.lines = lines;
    }

    /** Does nothing: the request has no headers yet. */
    @Override
    protected void logRequest(String configKey, Level unused, Request request) {}

    /** Logs a request with all its headers. */
    void logCompleted(Request request) {
        Request masked = Request.create(
                request.httpMethod(),
                request.url(),
                LoggedHeaders.masked(request.headers()),
                request.body(),
                request.charset(),
                request.requestTemplate());
        super.logRequest(request.requestTemplate().methodMetadata().configKey(), level, masked);
    }

    @Override
    protected void log(String configKey, String format, Object... arguments) {
        lines.accept(String.format(Locale.ROOT, methodTag(configKey) + format, arguments));
    }

    /** Does not read the body. Feign would buffer it to log its length, and would wrap failures. */
    @Override
    protected Response logAndRebufferResponse(String configKey, Level unused, Response response, long elapsedTime)
            throws IOException {
        super.logAndRebufferResponse(configKey, Level.BASIC, response, elapsedTime);
        if (level.compareTo(Level.HEADERS) >= 0) {
            LoggedHeaders.masked(response.headers())
                    .forEach((name, values) -> values.forEach(value -> log(configKey, "%s: %s", name, value)));
        }
        return response;
    }
}
