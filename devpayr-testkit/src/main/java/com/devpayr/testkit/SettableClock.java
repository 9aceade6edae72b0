package com.devpayr.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A clock that stands still until it is moved. Safe for use by many threads.
 *
 * <pre>{@code
 * fake.clock().advance(Duration.ofDays(31));
 * }</pre>
 */
public final class SettableClock extends Clock {
    private volatile Instant now;

    /** A clock that shows a time, cut to the microseconds that the platform keeps. */
    public SettableClock(Instant now) {
        this.now = cut(now);
    }

    /** Moves it to a time, back too. */
    public synchronized void set(Instant time) {
        now = cut(time);
    }

    /** Moves it on. */
    public synchronized void advance(Duration duration) {
        now = cut(now.plus(duration));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A clock of another zone that shows this one's time, now and later. */
    @Override
    public Clock withZone(ZoneId zone) {
        SettableClock here = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return here.withZone(other);
            }

            @Override
            public Instant instant() {
                return here.instant();
            }
        };
    }

    private static Instant cut(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
