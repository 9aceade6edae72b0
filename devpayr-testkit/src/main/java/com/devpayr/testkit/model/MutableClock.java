package com.devpayr.testkit.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A clock for tests: stopped until it is moved, or running with a fixed offset to another clock.
 * Safe for use by multiple threads.
 *
 * <pre>{@code
 * fake.clock().advance(Duration.ofDays(31));
 * fake.clock().follow(Clock.systemUTC()); // runs from there
 * }</pre>
 */
public final class MutableClock extends Clock {
    private volatile Offset offset;

    /** Creates a stopped clock. Its time is truncated to microseconds, the precision of the platform. */
    public MutableClock(Instant now) {
        this.offset = Offset.stoppedAt(now);
    }

    /** Sets the time, which may be in the past. A running clock continues from there. */
    public synchronized void set(Instant time) {
        offset = offset.movedTo(time);
    }

    /** Advances the clock; a negative duration sets it back. */
    public synchronized void advance(Duration duration) {
        offset = offset.movedTo(offset.now().plus(duration));
    }

    /** Runs with another clock, starting from the current time of this one. */
    public synchronized void follow(Clock other) {
        offset = new Offset(other, Duration.ZERO, true).movedTo(offset.now());
    }

    /** Stops the clock at its current time. */
    public synchronized void stop() {
        offset = Offset.stoppedAt(offset.now());
    }

    /** Returns whether the clock runs with another clock. */
    public boolean isRunning() {
        return offset.running;
    }

    @Override
    public Instant instant() {
        return offset.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Returns a view of this clock with another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        MutableClock here = this;
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

    /** An offset to a source. */
    private record Offset(Clock source, Duration ahead, boolean running) {
        static Offset stoppedAt(Instant time) {
            return new Offset(Clock.fixed(time, ZoneOffset.UTC), Duration.ZERO, false);
        }

        Offset movedTo(Instant time) {
            return new Offset(source, Duration.between(source.instant(), time), running);
        }

        Instant now() {
            return source.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
        }
    }
}
