package com.devpayr.guard;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A time that never goes back, whatever is done to the machine's clock: the latest of what the clock shows, what must
 * have passed since by the processor's count, and what it has shown before. Reading it takes no lock and allocates
 * nothing.
 */
final class GuardClock {
    /** Raising the mark is a write that all threads share, so that it is not done for every reading. */
    private static final long MARK_STEP_MILLIS = 1000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock wall;
    private final LongSupplier nanos;
    private final AtomicLong mark;
    private volatile Base base;

    /** When counting began, by either clock. */
    private record Base(long millis, long nanos) {}

    GuardClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.base = new Base(wall.millis(), nanos.getAsLong());
        this.mark = new AtomicLong(base.millis);
    }

    /** Milliseconds of the epoch. */
    long now() {
        Base since = base;
        long counted = since.millis + (nanos.getAsLong() - since.nanos) / NANOS_PER_MILLI;
        long shown = Math.max(wall.millis(), counted);
        long highest = mark.get();
        if (shown - highest >= MARK_STEP_MILLIS) {
            mark.compareAndSet(highest, shown);
        }
        return Math.max(shown, highest);
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
