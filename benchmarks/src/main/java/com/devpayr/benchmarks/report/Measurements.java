package com.devpayr.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run of one benchmark measured.
 *
 * @param mean in the benchmark's unit
 * @param p50 the median, in the benchmark's unit
 * @param p99 the 99th percentile, in the benchmark's unit
 * @param bytes what an operation allocates, on all threads
 */
record Measurements(double mean, double p50, double p99, double bytes) {
    /** The median over rounds. */
    static double median(List<Measurements> rounds, ToDoubleFunction<Measurements> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    /** The median over rounds of the ratio of two runs of the same round. */
    static double ratio(List<Measurements> over, List<Measurements> under, ToDoubleFunction<Measurements> figure) {
        double[] ratios = new double[over.size()];
        Arrays.setAll(ratios, i -> figure.applyAsDouble(over.get(i)) / figure.applyAsDouble(under.get(i)));
        return median(ratios);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
