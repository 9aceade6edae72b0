package com.devpayr.internal.policy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser of the {@code Retry-After} header: seconds, of which at most 999,999,999 (about 31 years) count, or a date. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");
    private static final int MAX_DIGITS = 9;
    private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

    private RetryAfter() {}

    /** Returns the time to wait, never negative; null if the header is absent or malformed. */
    static @Nullable Duration parse(@Nullable String header, Clock clock) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        return SECONDS.matcher(value).matches() ? seconds(value) : until(value, clock);
    }

    private static Duration seconds(String digits) {
        String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
        return significant.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong("0" + significant));
    }

    private static @Nullable Duration until(String date, Clock clock) {
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            Duration wait = Duration.between(clock.instant(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
