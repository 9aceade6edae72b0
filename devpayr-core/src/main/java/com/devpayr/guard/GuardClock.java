package com.devpayr.guard;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A time that never goes back, whatever is done to the machine's clock: the latest of what the clock shows, what must
 * have passed since by the processor's count, and what it has shown before. Reading it takes no lock and allocates
 * nothing.
 *
 * <p>To look at a clock is what reading it costs, so that the machine's is looked at now and then only: in between, the
 * processor's count goes on.
 */
final class GuardClock {
    /** How long the machine's clock may be left alone. */
    static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock wall;
    private final LongSupplier nanos;
    private final long lookEvery;
    private final AtomicLong mark;
    private volatile Base base;
    private volatile long looked;

    /** When counting began, by either clock. */
    private record Base(long millis, long nanos) {}

    /** @param lookEvery how long by the processor's count the clock may be left alone; zero to look each time */
    GuardClock(Clock wall, LongSupplier nanos, Duration lookEvery) {
        this.wall = wall;
        this.nanos = nanos;
        this.lookEvery = lookEvery.toNanos();
        this.base = new Base(wall.millis(), nanos.getAsLong());
        this.mark = new AtomicLong(base.millis);
        this.looked = base.nanos;
    }

    /** Milliseconds of the epoch. */
    long now() {
        Base since = base;
        long count = nanos.getAsLong();
        if (count - looked >= lookEvery) {
            look(count);
        }
        return Math.max(since.millis + (count - since.nanos) / NANOS_PER_MILLI, mark.get());
    }

    private void look(long count) {
        looked = count;
        long shown = wall.millis();
        if (shown > mark.get()) {
            mark.accumulateAndGet(shown, Math::max);
        }
    }

    /** What the machine's clock shows, also when that is before what it has shown. */
    long shown() {
        return wall.millis();
    }

    /** Starts at no less than a time that was seen by an earlier process. */
    void startAt(long seen) {
        mark.accumulateAndGet(seen, Math::max);
    }

    /** Believes the machine's clock again: DevPayr has answered, so that nothing is to be gained by setting it. */
    void trust() {
        base = new Base(wall.millis(), nanos.getAsLong());
        mark.set(base.millis);
    }
}
