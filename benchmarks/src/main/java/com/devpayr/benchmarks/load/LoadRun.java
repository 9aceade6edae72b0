package com.devpayr.benchmarks.load;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Checks licenses either in a closed loop with a number of callers or at a fixed rate. At a fixed rate, latency is measured from
 * the scheduled time, so that a slow response is not hidden by the checks that it delays (coordinated omission).
 *
 * <p>Prints checks per second, the median and the 99th percentile in microseconds, and the number of failures.
 */
public final class LoadRun {
    private static final long WARM_UP_SECONDS = 10;
    private static final long SECONDS = 4;
    private static final int DIGITS = 3;

    private final LoadGenerator generator;
    private final AtomicLong failures = new AtomicLong();
    private volatile Histogram times = new ConcurrentHistogram(DIGITS);
    private volatile boolean stopped;

    private LoadRun(LoadGenerator generator) {
        this.generator = generator;
    }

    /** Runs the program. Arguments: transport, layer, base URL, number of callers, and checks per second; 0 for a closed loop. */
    public static void main(String[] arguments) throws InterruptedException {
        int callers = Integer.parseInt(arguments[3]);
        int rate = Integer.parseInt(arguments[4]);
        try (LoadGenerator generator = LoadGenerator.of(arguments[0], arguments[1], arguments[2], callers)) {
            LoadRun run = new LoadRun(generator);
            CountDownLatch over = rate == 0 ? run.closedLoop(callers) : run.schedule(rate);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            run.times = new ConcurrentHistogram(DIGITS);
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(SECONDS);
            run.report(System.nanoTime() - start);
            run.stopped = true;
            over.await();
        }
    }

    private void report(long nanos) {
        Histogram measured = times;
        System.out.printf(
                Locale.ROOT,
                "%.0f %d %d %d%n",
                measured.getTotalCount() * 1e9 / nanos,
                measured.getValueAtPercentile(50) / 1000,
                measured.getValueAtPercentile(99) / 1000,
                failures.get());
    }

    private void done(long due, @Nullable Throwable failure) {
        times.recordValue(System.nanoTime() - due);
        if (failure != null) {
            failures.incrementAndGet();
        }
    }

    private CountDownLatch closedLoop(int callers) {
        CountDownLatch over = new CountDownLatch(callers);
        for (int i = 0; i < callers; i++) {
            next(over);
        }
        return over;
    }

    private void next(CountDownLatch over) {
        long start = System.nanoTime();
        generator.start(failure -> {
            done(start, failure);
            if (stopped) {
                over.countDown();
            } else {
                next(over);
            }
        });
    }

    private CountDownLatch schedule(int rate) {
        CountDownLatch over = new CountDownLatch(1);
        Thread clock = new Thread(() -> tick(TimeUnit.SECONDS.toNanos(1) / rate, over), "schedule");
        clock.start();
        return over;
    }

    private void tick(long interval, CountDownLatch over) {
        for (long due = System.nanoTime(); !stopped; due += interval) {
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            long start = due;
            generator.start(failure -> done(start, failure));
        }
        over.countDown();
    }
}
