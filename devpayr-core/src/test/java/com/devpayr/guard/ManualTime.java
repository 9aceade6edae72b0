package com.devpayr.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A manual system clock and monotonic clock. Advancing moves both; setting the clock moves the system clock only. */
final class ManualTime extends Clock {
    private volatile long millis = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private volatile long nanoTime = 42;

    synchronized void advance(Duration duration) {
        millis += duration.toMillis();
        nanoTime += duration.toNanos();
    }

    synchronized void setClock(Duration by) {
        millis += by.toMillis();
    }

    long nanoTime() {
        return nanoTime;
    }

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
