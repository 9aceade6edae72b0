package com.devpayr.feign;

import com.devpayr.operation.Credential;
import feign.Logger;
import feign.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** A Feign logger that omits the headers with credentials. */
final class HeaderSafeLogger extends Logger {
    private final Consumer<String> lines;

    HeaderSafeLogger(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    protected void log(String configKey, String format, Object... arguments) {
        lines.accept(String.format(Locale.ROOT, methodTag(configKey) + format, arguments));
    }

    /** Does not read the body. Feign would buffer it to log its length, and would wrap failures. */
    @Override
    protected Response logAndRebufferResponse(String configKey, Level level, Response response, long elapsedTime)
            throws IOException {
        super.logAndRebufferResponse(configKey, Level.BASIC, response, elapsedTime);
        if (level.compareTo(Level.HEADERS) >= 0) {
            response.headers()
                    .forEach((name, values) -> values.forEach(value -> log(configKey, "%s: %s", name, value)));
        }
        return response;
    }

    @Override
    protected boolean shouldLogRequestHeader(String header) {
        return Arrays.stream(Credential.values())
                .noneMatch(credential -> credential.header().equalsIgnoreCase(header));
    }
}
