package com.devpayr.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2030-05-05T05:05:05Z");

    private final MutableClock clock = new MutableClock(NOON);
    private final MutableClock time = new MutableClock(NOW);

    @Test
    void isStoppedUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.isRunning()).isFalse();

        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));
        clock.set(NOON.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(1));
    }

    @Test
    void runsWithAnotherClockFromItsCurrentTime() {
        clock.follow(time);

        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.isRunning()).isTrue();
        time.advance(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void keepsRunningAfterItIsMoved() {
        clock.follow(time);

        clock.advance(Duration.ofDays(1));
        time.advance(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)).plusSeconds(5));
        clock.set(NOON);
        time.advance(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void stopsAtItsCurrentTime() {
        clock.follow(time);
        time.advance(Duration.ofSeconds(5));

        clock.stop();
        time.advance(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
        assertThat(clock.isRunning()).isFalse();
    }

    @Test
    void truncatesToMicroseconds() {
        clock.set(NOON.plusNanos(1999));

        assertThat(clock.instant()).isEqualTo(NOON.plusNanos(1000));
    }

    @Test
    void viewInAnotherZoneFollowsTheClock() {
        var there = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.follow(time);
        time.advance(Duration.ofSeconds(5));

        assertThat(there.instant()).isEqualTo(NOON.plusSeconds(5));
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }
}
