package com.devpayr.resilience4j;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that follows a {@link Scheduler}. It is monotonic, so setting the system clock back does not keep a circuit
 * breaker open.
 */
final class SchedulerClock extends Clock {
    private final Scheduler scheduler;
    private final ZoneId zone;

    SchedulerClock(Scheduler scheduler) {
        this(scheduler, ZoneOffset.UTC);
    }

    private SchedulerClock(Scheduler scheduler, ZoneId zone) {
        this.scheduler = scheduler;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(scheduler.nanoTime());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SchedulerClock(scheduler, other);
    }
}
