package com.devpayr.jackson.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimestampsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-12-13T12:57:24.000000Z",
                "2024-02-29T23:59:59.999999Z",
                "2000-02-29T00:00:00.000001Z",
                "1969-12-31T23:59:59.900000Z",
                "0000-01-01T00:00:00.000000Z",
                "9999-12-31T23:59:59.123456Z",
                "2025-12-13T12:57:24Z",
                "2025-12-13T12:57:24.5Z",
                "2025-12-13T12:57:24.123456789Z",
                "2025-12-13T12:57:24.000+02:00",
                "2025-12-13T12:57:24.0000-05:00",
                "+12025-12-13T12:57:24.0000Z",
                "2025-12-13T12:57:24.000000z"
            })
    void readsATimeAsTheJdkDoes(String text) {
        assertThat(WireTimestamps.read(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-29T12:57:24.000000Z",
                "2025-13-01T12:57:24.000000Z",
                "2025-00-10T12:57:24.000000Z",
                "2025-12-00T12:57:24.000000Z",
                "2025-12-13T24:00:00.000000Z",
                "2025-12-13T12:60:24.000000Z",
                "2025-12-13T12:57:60.000000Z",
                "2025-12-13T12:57:24.00000٠Z",
                "2025-12-13 12:57:24.000000Z",
                "2025-12-13T12:57:24.000000",
                "-025-12-13T12:57:24.000000Z",
                "2025-12-13T12:57:24.+00000Z",
                "2025-02-30",
                ""
            })
    void refusesWhatIsNoTimeAsTheJdkDoes(String text) {
        assertThat(catchThrowable(() -> OffsetDateTime.parse(text))).isInstanceOf(DateTimeException.class);
        assertThat(catchThrowable(() -> WireTimestamps.read(text))).isInstanceOf(DateTimeException.class);
    }

    @Test
    void readsADateAsTheStartOfItsDay() {
        assertThat(WireTimestamps.read("2025-12-13")).isEqualTo(Instant.parse("2025-12-13T00:00:00Z"));
    }

    @Test
    void readsWhatItWrites() {
        Instant time = Instant.parse("2025-12-13T12:57:24.123456Z");
        assertThat(WireTimestamps.write(time)).isEqualTo("2025-12-13T12:57:24.123456Z");
        assertThat(WireTimestamps.read(WireTimestamps.write(time))).isEqualTo(time);
    }
}
