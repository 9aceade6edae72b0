package com.devpayr.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Conversions of arguments. */
final class Conversions {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smhd])");

    private Conversions() {}

    /** Returns the time of a date (at midnight UTC) or of an instant. */
    static Instant instant(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException invalid) {
            throw new TypeConversionException(
                    "use a date or a time in UTC, such as 2027-01-31 or 2027-01-31T12:00:00Z");
        }
    }

    /** Returns a duration such as {@code 30s}, {@code 5m}, {@code 1h} or {@code 7d}. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("use a number with a unit, such as 30s, 5m, 1h or 7d");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** Converts the ID of a resource. */
    static final class Id implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (!text.matches("[1-9]\\d{0,17}")) {
                throw new TypeConversionException("use the numeric ID of the resource; the list commands show it");
            }
            return Long.parseLong(text);
        }
    }
}
