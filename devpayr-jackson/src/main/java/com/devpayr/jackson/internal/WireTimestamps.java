package com.devpayr.jackson.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Timestamps in the format of DevPayr: ISO-8601 in UTC with microseconds. A date stands for the start of that day in UTC. */
public final class WireTimestamps {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = "2025-12-13".length();
    /** The documented format, with a zero for each digit. */
    private static final String FORM = "0000-00-00T00:00:00.000000Z";

    private static final int NANOS_PER_MICRO = 1000;

    private WireTimestamps() {}

    /** Formats a time, truncated to microseconds. */
    public static String write(Instant time) {
        return MICROSECONDS.format(time);
    }

    /**
     * Parses a time or a date.
     *
     * @throws DateTimeException if the text is neither a date nor a time with an offset
     */
    public static Instant read(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return isDocumentedForm(text)
                ? readByPosition(text)
                : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isDocumentedForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char expected = FORM.charAt(i);
            char found = text.charAt(i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    /** Parses without the JDK's parser, which takes longer for the timestamps of a license than Jackson for the entire license. */
    private static Instant readByPosition(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 26) * NANOS_PER_MICRO)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
