package com.devpayr.resilience4j;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A timer as a clock. A circuit that waits by this one is not held open when the machine's clock is set back. */
final class TimerClock extends Clock {
    private final Timer timer;
    private final ZoneId zone;

    TimerClock(Timer timer) {
        this(timer, ZoneOffset.UTC);
    }

    private TimerClock(Timer timer, ZoneId zone) {
        this.timer = timer;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(timer.nanoTime());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TimerClock(timer, other);
    }
}
