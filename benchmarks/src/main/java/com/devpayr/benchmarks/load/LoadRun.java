package com.devpayr.benchmarks.load;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls either in a closed loop with a number of callers or at a fixed rate. At a fixed rate, latency is measured from
 * the scheduled time, so that a slow response is not hidden by the calls that it delays (coordinated omission).
 *
 * <p>Runs for the number of seconds in each line of the standard input, so that several programs can take turns, and then prints
 * a {@link Result}.
 */
public final class LoadRun {
    private static final int DIGITS = 3;

    /** A histogram without a maximum grows, and locks the threads that record meanwhile. */
    private static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final LoadGenerator generator;
    private final int callers;
    private final int rate;
    private final AtomicLong failures = new AtomicLong();

    /** The calls of a schedule, and the schedule itself. */
    private final AtomicLong inProgress = new AtomicLong();

    private volatile Histogram times = new ConcurrentHistogram(MAX_NANOS, DIGITS);
    private volatile boolean stopped;

    private LoadRun(LoadGenerator generator, int callers, int rate) {
        this.generator = generator;
        this.callers = callers;
        this.rate = rate;
    }

    /**
     * Runs the program. Arguments: transport, layer, base URL, {@link BenchmarkedOperation}, number of callers, and calls per
     * second; 0 for a closed loop.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BenchmarkedOperation operation = BenchmarkedOperation.valueOf(arguments[3]);
        int callers = Integer.parseInt(arguments[4]);
        int rate = Integer.parseInt(arguments[5]);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (LoadGenerator generator = LoadGenerator.of(arguments[0], arguments[1], arguments[2], operation, callers)) {
            LoadRun run = new LoadRun(generator, callers, rate);
            for (String seconds = lines.readLine(); seconds != null; seconds = lines.readLine()) {
                System.out.println(run.measure(Integer.parseInt(seconds)));
            }
        }
    }

    private Result measure(int seconds) throws InterruptedException {
        times = new ConcurrentHistogram(MAX_NANOS, DIGITS);
        failures.set(0);
        stopped = false;
        long start = System.nanoTime();
        CountDownLatch over = rate == 0 ? closedLoop() : schedule();
        TimeUnit.SECONDS.sleep(seconds);
        stopped = true;
        over.await();
        return new Result(
                times.getTotalCount() * 1e9 / (System.nanoTime() - start),
                times.getValueAtPercentile(50) / 1000.0,
                times.getValueAtPercentile(99) / 1000.0,
                failures.get());
    }

    private void done(long due, @Nullable Throwable failure) {
        times.recordValue(Math.min(System.nanoTime() - due, MAX_NANOS));
        if (failure != null) {
            failures.incrementAndGet();
        }
    }

    private CountDownLatch closedLoop() {
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

    /** Returns a latch that opens when no more calls are scheduled and all have completed. */
    private CountDownLatch schedule() {
        CountDownLatch over = new CountDownLatch(1);
        inProgress.set(1);
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
            inProgress.incrementAndGet();
            generator.start(failure -> {
                done(start, failure);
                completed(over);
            });
        }
        completed(over);
    }

    private void completed(CountDownLatch over) {
        if (inProgress.decrementAndGet() == 0) {
            over.countDown();
        }
    }

    /**
     * The calls of a period.
     *
     * @param rate calls per second
     * @param p50 median time of a call in microseconds
     * @param p99 99th percentile in microseconds
     * @param failed number of failed calls
     */
    public record Result(double rate, double p50, double p99, long failed) {
        /** Lets a program run for a number of seconds, and reads its result. */
        public static Result of(ChildProcess program, int seconds) throws IOException {
            program.send(Integer.toString(seconds));
            List<String> words = program.words();
            return new Result(
                    Double.parseDouble(words.get(0)),
                    Double.parseDouble(words.get(1)),
                    Double.parseDouble(words.get(2)),
                    Long.parseLong(words.get(3)));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f %.1f %.1f %d", rate, p50, p99, failed);
        }
    }
}
