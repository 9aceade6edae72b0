package com.devpayr.benchmarks.report;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs a benchmark in a new JVM. */
final class Jmh {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Jmh() {}

    static ChainedOptionsBuilder of(Class<?> benchmark, String method) {
        return new OptionsBuilder()
                .include(benchmark.getName() + "\\." + method + "$")
                .forks(1)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
    }

    static Measurements run(ChainedOptionsBuilder options) {
        try {
            RunResult result = new Runner(options.build()).runSingle();
            Statistics times = result.getPrimaryResult().getStatistics();
            Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
            return new Measurements(
                    result.getPrimaryResult().getScore(),
                    times.getPercentile(50),
                    times.getPercentile(99),
                    bytes == null ? Double.NaN : bytes.getScore());
        } catch (RunnerException failed) {
            throw new IllegalStateException("the benchmark did not run", failed);
        }
    }
}
