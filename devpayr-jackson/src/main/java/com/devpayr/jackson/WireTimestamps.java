package com.devpayr.jackson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Converts timestamps from and to the API's format: ISO 8601 in UTC with six fraction digits. A date is the start of its day in UTC. */
public final class WireTimestamps {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = "2025-12-13".length();
    /** The documented format, with a zero for each digit. */
    private static final String FORMAT = "0000-00-00T00:00:00.000000Z";

    private static final int NANOS_PER_MICRO = 1000;

    private WireTimestamps() {}

    /** Returns a timestamp in the format of the API, truncated to microseconds. */
    public static String write(Instant time) {
        return MICROSECONDS.format(time);
    }

    /**
     * Parses a timestamp or date in the format of the API.
     *
     * @throws DateTimeException if it is neither a date nor a timestamp with an offset
     */
    public static Instant read(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return isDocumentedFormat(text)
                ? readByPosition(text)
                : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isDocumentedFormat(String text) {
        if (text.length() != FORMAT.length()) {
            return false;
        }
        for (int i = 0; i < FORMAT.length(); i++) {
            char expected = FORMAT.charAt(i);
            char found = text.charAt(i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    /** Parses a timestamp by position: a license has three of them, and the JDK's parser takes longer for them than for all other JSON. */
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
