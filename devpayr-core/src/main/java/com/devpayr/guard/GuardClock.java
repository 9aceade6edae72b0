package com.devpayr.guard;

import com.devpayr.internal.concurrent.UncaughtFailures;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A clock that never goes back, even when the system clock is set back. Returns the latest of the system clock's reading,
 * the time that has elapsed by {@link System#nanoTime()}, and every earlier reading. Reading it takes no lock and
 * allocates nothing.
 *
 * <p>The exception is a jump ahead: a system clock that suddenly is far ahead is followed at once, since the machine may have
 * been suspended, but every later reading has to confirm that for five minutes. If the system clock returns before that, the
 * jump was a glitch and is forgotten.
 *
 * <p>Reading the system clock dominates the cost, so it is read at most once per interval; in between, the nanosecond
 * counter is used.
 */
final class GuardClock {
    /** Default interval between two readings of the system clock. */
    static final Duration READ_INTERVAL = Duration.ofMillis(10);

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MAX_STEP = Duration.ofMinutes(5).toMillis();
    private static final long MIN_JUMP_NANOS = Duration.ofMinutes(5).toNanos();

    private final Clock systemClock;
    private final LongSupplier nanoTime;
    private final long readInterval;
    private final AtomicLong highWaterMark;
    private volatile Reference reference;
    private volatile long lastRead;
    private volatile long jumpStart;
    private volatile long jumpMillis;
    private volatile boolean isFailing;

    /** The same moment on both clocks. */
    private record Reference(long millis, long nanos) {}

    /**
     * Creates a clock.
     *
     * @param readInterval minimum time between two readings of the system clock; zero to read it each time
     */
    GuardClock(Clock systemClock, LongSupplier nanoTime, Duration readInterval) {
        this.systemClock = systemClock;
        this.nanoTime = nanoTime;
        this.readInterval = readInterval.toNanos();
        this.reference = new Reference(systemClock.millis(), nanoTime.getAsLong());
        this.highWaterMark = new AtomicLong(reference.millis);
        this.lastRead = reference.nanos;
    }

    /** Returns the current time in milliseconds since the epoch. */
    long now() {
        long confirmed = confirmedTime();
        return Math.max(confirmed, jumpMillis);
    }

    /** Returns the current time, apart from a jump ahead that may still turn out to be a glitch. */
    long confirmedTime() {
        long nanos = nanoTime.getAsLong();
        if (nanos - lastRead >= readInterval) {
            readSystemClock(nanos, elapsedTime(nanos));
        }
        return elapsedTime(nanos);
    }

    /** Returns the time by the nanosecond counter, or that of a later reading. */
    private long elapsedTime(long nanos) {
        Reference start = reference;
        return Math.max(start.millis + (nanos - start.nanos) / NANOS_PER_MILLI, highWaterMark.get());
    }

    private void readSystemClock(long nanos, long confirmed) {
        lastRead = nanos;
        long millis = readSystemClockOr(Math.max(confirmed, jumpMillis));
        if (millis - confirmed > MAX_STEP) {
            jump(nanos, millis);
            return;
        }
        if (jumpMillis != 0) {
            jumpMillis = 0;
        }
        if (millis > highWaterMark.get()) {
            highWaterMark.accumulateAndGet(millis, Math::max);
        }
    }

    /** A clock of the application can throw: then the elapsed time counts, so that leases still expire and checks take place. */
    private long readSystemClockOr(long elapsed) {
        try {
            long millis = systemClock.millis();
            if (isFailing) {
                isFailing = false;
            }
            return millis;
        } catch (Throwable failure) {
            if (!isFailing) {
                isFailing = true;
                UncaughtFailures.report(failure);
            }
            return elapsed;
        }
    }

    private void jump(long nanos, long millis) {
        if (jumpMillis == 0) {
            jumpStart = nanos;
        }
        if (nanos - jumpStart >= MIN_JUMP_NANOS) {
            highWaterMark.accumulateAndGet(millis, Math::max);
            jumpMillis = 0;
        } else {
            jumpMillis = millis;
        }
    }

    /** Returns the system clock's reading, even when it is earlier than a previous one. */
    long systemTime() {
        return readSystemClockOr(elapsedTime(nanoTime.getAsLong()));
    }

    /** Advances to a time that an earlier process has seen, unless this clock is already later. */
    void advanceTo(long millis) {
        highWaterMark.accumulateAndGet(millis, Math::max);
    }

    /** Restarts from the system clock. Safe after a response from DevPayr: the lease then starts anew as well. */
    void reset() {
        reference = new Reference(systemTime(), nanoTime.getAsLong());
        highWaterMark.set(reference.millis);
        jumpMillis = 0;
    }
}
