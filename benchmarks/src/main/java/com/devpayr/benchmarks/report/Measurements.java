package com.devpayr.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The results of one run of a benchmark.
 *
 * @param mean mean time, in the unit of the benchmark
 * @param p50 median, in the unit of the benchmark
 * @param p99 99th percentile, in the unit of the benchmark
 * @param bytes bytes allocated per operation, on all threads
 */
record Measurements(double mean, double p50, double p99, double bytes) {
    /** Returns the median over all rounds. */
    static double median(List<Measurements> rounds, ToDoubleFunction<Measurements> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    /** Returns the median of the ratios of two variants in each round. */
    static double ratio(List<Measurements> over, List<Measurements> under, ToDoubleFunction<Measurements> figure) {
        double[] ratios = new double[over.size()];
        Arrays.setAll(ratios, i -> figure.applyAsDouble(over.get(i)) / figure.applyAsDouble(under.get(i)));
        return median(ratios);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
