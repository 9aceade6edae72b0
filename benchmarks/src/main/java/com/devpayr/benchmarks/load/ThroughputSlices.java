package com.devpayr.benchmarks.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The measurement of a run: its first ten seconds, and slices of two seconds until three of them agree. */
final class ThroughputSlices {
    private static final long FIRST_SECONDS = 10;
    private static final long SLICE_SECONDS = 2;
    private static final int MAX_SLICES = 30;
    private static final double TOLERANCE = 0.05;
    private static final int DIGITS = 3;

    private volatile Histogram times = new ConcurrentHistogram(DIGITS);

    /** Records a check. */
    void record(long nanos) {
        times.recordValue(nanos);
    }

    /** Measures, and returns the result when the throughput is steady, or after a minute. */
    Result measure() throws InterruptedException {
        double first = slice(FIRST_SECONDS).rate();
        Slice older = slice(SLICE_SECONDS);
        Slice old = slice(SLICE_SECONDS);
        Slice latest = slice(SLICE_SECONDS);
        for (int i = 0; i < MAX_SLICES && !agree(older, old, latest); i++) {
            older = old;
            old = latest;
            latest = slice(SLICE_SECONDS);
        }
        return new Result(first, latest);
    }

    private Slice slice(long seconds) throws InterruptedException {
        times = new ConcurrentHistogram(DIGITS);
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        Histogram measured = times;
        return new Slice(
                measured.getTotalCount() * 1e9 / (System.nanoTime() - start),
                measured.getValueAtPercentile(50) / 1000,
                measured.getValueAtPercentile(99) / 1000);
    }

    private static boolean agree(Slice... slices) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Slice slice : slices) {
            least = Math.min(least, slice.rate());
            most = Math.max(most, slice.rate());
        }
        return most - least <= most * TOLERANCE;
    }

    /**
     * The result of a run.
     *
     * @param first checks per second in the first ten seconds
     * @param steady the last slice
     */
    record Result(double first, Slice steady) {}

    /**
     * A slice of a run.
     *
     * @param rate checks per second
     * @param p50 median time of a check in microseconds
     * @param p99 99th percentile in microseconds
     */
    record Slice(double rate, long p50, long p99) {}
}
