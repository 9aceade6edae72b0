package com.devpayr.jackson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the wire has them: ISO-8601 in UTC with six fraction digits; a bare date is its first moment in UTC. */
public final class Times {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = "2025-12-13".length();

    private Times() {}

    /** A time as the wire writes it, cut to microseconds. */
    public static String write(Instant time) {
        return MICROSECONDS.format(time);
    }

    /**
     * A time or bare date as the wire writes it.
     *
     * @throws DateTimeException when it is neither a date nor a time with its offset
     */
    public static Instant read(String text) {
        return text.length() == DATE_LENGTH
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }
}
