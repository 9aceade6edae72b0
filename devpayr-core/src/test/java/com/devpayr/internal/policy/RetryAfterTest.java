package com.devpayr.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "30, PT30S",
        "' 30 ', PT30S",
        "007, PT7S",
        "123456789, PT123456789S",
        "999999999, PT999999999S",
        "9999999999, PT999999999S",
        "99999999999999999999999999, PT999999999S",
        "00000000000000000000000007, PT7S",
        "'Fri, 02 Jan 2026 03:05:05 GMT', PT1M",
        "'Fri, 2 Jan 2026 03:05:05 GMT', PT1M",
        "'Fri, 02 Jan 2026 03:04:05 GMT', PT0S",
        "'Thu, 01 Jan 2026 00:00:00 GMT', PT0S"
    })
    void secondsAndDatesAreUnderstood(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "-1",
                "1.5",
                "1e9",
                "0x10",
                "٣٠",
                "30 s",
                "2026-01-02T03:05:05Z",
                "Mon, 02 Jan 2026 03:05:05 GMT",
                "Fri, 02 Jan 2026 03:05:05"
            })
    void anythingElseSaysNothing(@Nullable String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }
}
