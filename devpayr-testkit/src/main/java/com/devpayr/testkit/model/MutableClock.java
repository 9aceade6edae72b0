package com.devpayr.testkit.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A clock that stands still until it is moved, or runs with another one, as many hours ahead or behind as it was moved.
 * Safe for use by many threads.
 *
 * <pre>{@code
 * fake.clock().advance(Duration.ofDays(31));
 * fake.clock().follow(Clock.systemUTC()); // runs on from there
 * }</pre>
 */
public final class MutableClock extends Clock {
    private volatile Hands hands;

    /** A clock that stands at a time, cut to the microseconds that the platform keeps. */
    public MutableClock(Instant now) {
        this.hands = Hands.standingAt(now);
    }

    /** Moves it to a time, back too. When it runs, it runs on from there. */
    public synchronized void set(Instant time) {
        hands = hands.movedTo(time);
    }

    /** Moves it on; a negative duration moves it back. */
    public synchronized void advance(Duration duration) {
        hands = hands.movedTo(hands.now().plus(duration));
    }

    /** Lets it run with another clock, from the time that it shows. */
    public synchronized void follow(Clock other) {
        hands = new Hands(other, Duration.ZERO, true).movedTo(hands.now());
    }

    /** Makes it stand still at the time that it shows. */
    public synchronized void stop() {
        hands = Hands.standingAt(hands.now());
    }

    /** Whether it runs with another clock. */
    public boolean isRunning() {
        return hands.running;
    }

    @Override
    public Instant instant() {
        return hands.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A clock of another zone that shows this one's time, now and later. */
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

    /** So much ahead of a source. */
    private record Hands(Clock source, Duration ahead, boolean running) {
        static Hands standingAt(Instant time) {
            return new Hands(Clock.fixed(time, ZoneOffset.UTC), Duration.ZERO, false);
        }

        Hands movedTo(Instant time) {
            return new Hands(source, Duration.between(source.instant(), time), running);
        }

        Instant now() {
            return source.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
        }
    }
}
