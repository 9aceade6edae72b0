package com.devpayr.vertx.verticle;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations and sizes in the notation of Spring Boot, so that both can share a configuration file. */
final class DurationAndSizeParser {
    static final String DURATION = "a duration such as 500ms, 30s, 5m, 1h, 3d or PT1H";
    static final String SIZE = "a size such as 65536, 64KB or 1MB, less than 2GB";

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18})\\s*([A-Za-z]*)");
    private static final Map<String, Duration> DURATIONS = Map.of(
            "", Duration.ofMillis(1),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Long> SIZES =
            Map.of("", 1L, "B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    private DurationAndSizeParser() {}

    static Duration duration(String text) {
        return text.startsWith("P")
                ? Duration.parse(text)
                : unit(text, DURATIONS).multipliedBy(amount(text));
    }

    static int bytes(String text) {
        return Math.toIntExact(Math.multiplyExact(unit(text, SIZES), amount(text)));
    }

    private static long amount(String text) {
        return Long.parseLong(parts(text).group(1));
    }

    private static <T> T unit(String text, Map<String, T> units) {
        T unit = units.get(parts(text).group(2));
        if (unit == null) {
            throw new IllegalArgumentException("unknown unit");
        }
        return unit;
    }

    private static Matcher parts(String text) {
        Matcher parts = AMOUNT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a number with a unit");
        }
        return parts;
    }
}
