package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock that reads the system clock every ten milliseconds. */
class GuardClockTest {
    private static final long MILLI = 1_000_000;

    private final Wall wall = new Wall();
    private long nanoTime = Long.MAX_VALUE - 5 * MILLI;
    private final GuardClock clock = new GuardClock(wall, () -> nanoTime, GuardClock.READ_INTERVAL);
    private final List<Throwable> reported = new ArrayList<>();
    private final Thread.UncaughtExceptionHandler handler =
            Thread.currentThread().getUncaughtExceptionHandler();

    @BeforeEach
    void collectReports() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
    }

    @AfterEach
    void restoreHandler() {
        Thread.currentThread().setUncaughtExceptionHandler(handler);
    }

    @Test
    void advancesWithoutReadingTheSystemClock() {
        wall.looks = 0;
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            nanoTime += MILLI;
            wall.millis += 1;
            times.add(clock.now());
        }

        assertThat(times).containsExactly(1001L, 1002L, 1003L, 1004L, 1005L, 1006L, 1007L, 1008L, 1009L);
        assertThat(wall.looks).isZero();
    }

    @Test
    void detectsSuspendWithinTenMilliseconds() {
        wall.millis += 3_600_000;
        nanoTime += 10 * MILLI;

        assertThat(clock.now()).isEqualTo(3_601_000);
    }

    @Test
    void aStepOfFiveMinutesNeedsNoConfirmation() {
        wall.millis += 300_010;
        nanoTime += 10 * MILLI;

        assertThat(clock.confirmedTime()).isEqualTo(1000 + 300_010);
    }

    @Test
    void neverGoesBackWithTheSystemClock() {
        wall.millis += 60_000;
        nanoTime += 10 * MILLI;
        long before = clock.now();
        wall.millis = 0;
        nanoTime += 10 * MILLI;

        assertThat(clock.now()).isEqualTo(before);
    }

    @Test
    void doesNotGoBackAfterAJumpThatLastedForFiveMinutes() {
        wall.millis += 3_600_000;
        clockReadings(301);
        long before = clock.now();
        wall.millis -= 3_600_000;
        nanoTime += 10 * MILLI;

        assertThat(before).isEqualTo(1000 + 3_600_000 + 301_000);
        assertThat(clock.now()).isEqualTo(before);
    }

    @Test
    void forgetsAJumpThatWasAGlitch() {
        wall.millis += 3_600_000;
        clockReadings(299);
        assertThat(clock.now()).isEqualTo(1000 + 3_600_000 + 299_000);
        assertThat(clock.confirmedTime()).isEqualTo(1000 + 299_000);
        wall.millis -= 3_600_000;
        clockReadings(1);

        assertThat(clock.now()).isEqualTo(1000 + 300_000);
    }

    @Test
    void aSecondGlitchIsTimedFromItsOwnStart() {
        for (int glitch = 0; glitch < 3; glitch++) {
            wall.millis += 3_600_000;
            clockReadings(200);
            wall.millis -= 3_600_000;
            clockReadings(1);
        }

        assertThat(clock.now()).isEqualTo(1000 + 603_000);
    }

    /** Lets time pass, with a reading each second. */
    private void clockReadings(int seconds) {
        for (int second = 0; second < seconds; second++) {
            wall.millis += 1000;
            nanoTime += 1000 * MILLI;
            clock.now();
        }
    }

    @Test
    void advancesWhileTheSystemClockIsStopped() {
        for (int i = 0; i < 100; i++) {
            nanoTime += 10 * MILLI;
            clock.now();
        }

        assertThat(clock.now()).isEqualTo(2000);
    }

    @Test
    void usesTheSystemClockAfterReset() {
        wall.millis += 3_600_000;
        nanoTime += 10 * MILLI;
        clock.now();
        wall.millis = 5000;
        clock.reset();

        assertThat(clock.now()).isEqualTo(5000);
    }

    @Test
    void aSystemClockThatThrowsIsReportedOnceAndReplacedByTheElapsedTime() {
        wall.failure = new IllegalStateException("no time");
        clockReadings(3);

        assertThat(clock.now()).isEqualTo(4000);
        assertThat(clock.systemTime()).isEqualTo(4000);
        clock.reset();
        clockReadings(1);
        assertThat(clock.now()).isEqualTo(5000);
        assertThat(reported).containsExactly(wall.failure);
    }

    @Test
    void aSystemClockThatThrowsAgainIsReportedAgain() {
        wall.failure = new IllegalStateException("no time");
        clockReadings(1);
        wall.failure = null;
        clockReadings(1);
        assertThat(clock.now()).isEqualTo(3000);

        wall.failure = new IllegalStateException("no time again");
        clockReadings(2);
        assertThat(reported).hasSize(2).contains(wall.failure);
    }

    @Test
    void aSystemClockThatThrowsDoesNotEndAJump() {
        wall.millis += 3_600_000;
        clockReadings(200);
        wall.failure = new IllegalStateException("no time");
        clockReadings(1);

        assertThat(clock.now()).isEqualTo(1000 + 3_600_000 + 200_000);
    }

    private static final class Wall extends Clock {
        private long millis = 1000;
        private int looks;
        private @Nullable RuntimeException failure;

        @Override
        public long millis() {
            looks++;
            if (failure != null) {
                throw failure;
            }
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
