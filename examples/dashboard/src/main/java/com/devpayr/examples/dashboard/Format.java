package com.devpayr.examples.dashboard;

import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Texts for pages. Templates use it as the bean {@code @format}. */
@Component
public class Format {
    private static final int ENDING_LENGTH = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Returns the title of a license, or its ID if it has none. */
    public String title(License license) {
        return license.title() == null ? "License " + license.id() : license.title();
    }

    /** Returns the last characters of the license key, which identify the license without revealing the key. */
    public String keyEnding(License license) {
        String key = license.key().reveal();
        return key.substring(Math.max(key.length() / 2, key.length() - ENDING_LENGTH));
    }

    /** Returns the status of a license with a capital letter, such as {@code Active}. */
    public String status(@Nullable LicenseStatus status) {
        return status == null ? "Unknown" : StringUtils.capitalize(status.value());
    }

    /** Returns a time in UTC; a dash for null. */
    public String time(@Nullable Instant time) {
        return time == null ? "–" : TIME.format(time);
    }

    /** Returns a day in UTC. */
    public String day(Instant time) {
        return DAY.format(time);
    }
}
