package com.devpayr.feign;

import com.devpayr.operation.Credential;
import feign.Logger;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** Feign's log lines without the headers that authenticate. */
final class HeaderSafeLogger extends Logger {
    private final Consumer<String> lines;

    HeaderSafeLogger(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    protected void log(String configKey, String format, Object... arguments) {
        lines.accept(String.format(Locale.ROOT, methodTag(configKey) + format, arguments));
    }

    @Override
    protected boolean shouldLogRequestHeader(String header) {
        return Arrays.stream(Credential.values())
                .noneMatch(credential -> credential.header().equalsIgnoreCase(header));
    }
}
