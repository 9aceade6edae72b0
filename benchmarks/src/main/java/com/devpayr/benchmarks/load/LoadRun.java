package com.devpayr.benchmarks.load;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks licenses either in a closed loop with a number of callers or at a fixed rate. At a fixed rate, latency is measured from
 * the scheduled time, so that a slow response is not hidden by the checks that it delays (coordinated omission).
 *
 * <p>Prints the checks per second in the first ten seconds and in the steady state, the median and the 99th percentile of the
 * steady state in microseconds, and the number of failures.
 */
public final class LoadRun {
    private final LoadGenerator generator;
    private final AtomicLong failures = new AtomicLong();
    private final ThroughputSlices slices = new ThroughputSlices();
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
            run.report(run.slices.measure());
            run.stopped = true;
            over.await();
        }
    }

    private void report(ThroughputSlices.Result result) {
        System.out.printf(
                Locale.ROOT,
                "%.0f %.0f %d %d %d%n",
                result.first(),
                result.steady().rate(),
                result.steady().p50(),
                result.steady().p99(),
                failures.get());
    }

    private void done(long due, @Nullable Throwable failure) {
        slices.record(System.nanoTime() - due);
        if (failure != null) {
            failures.incrementAndGet();
        }
    }

    private CountDownLatch closedLoop(int callers) {
        CountDownLatch over = new CountDownLatch(callers);
        for (int i = 0; i < callers; i++) {
            generator.repeat(() -> next(over));
        }
        return over;
    }

    private @Nullable Consumer<@Nullable Throwable> next(CountDownLatch over) {
        if (stopped) {
            over.countDown();
            return null;
        }
        long start = System.nanoTime();
        return failure -> done(start, failure);
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
