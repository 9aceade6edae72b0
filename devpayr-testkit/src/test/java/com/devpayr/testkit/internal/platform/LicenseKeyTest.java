package com.devpayr.testkit.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LicenseKeyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T14:42:00.123Z");
    private static final int KEYS = 1000;

    @Test
    void isAUuidOfVersion7() {
        Set<UUID> keys = Stream.generate(() -> LicenseEndpoints.newLicenseKey(Clock.fixed(NOW, ZoneOffset.UTC)))
                .limit(KEYS)
                .map(UUID::fromString)
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(KEYS).allSatisfy(key -> {
            assertThat(key.version()).isEqualTo(7);
            assertThat(key.variant()).isEqualTo(2);
            assertThat(key.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        });
        assertThat(union(keys.stream().map(UUID::getMostSignificantBits)) & 0xFFFF)
                .as("all random bits are used")
                .isEqualTo(0x7FFF);
        assertThat(union(keys.stream().map(UUID::getLeastSignificantBits))).isEqualTo(0xBFFF_FFFF_FFFF_FFFFL);
    }

    private static long union(Stream<Long> bits) {
        return bits.reduce(0L, (a, b) -> a | b);
    }
}
