package com.devpayr.benchmarks.jmh;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Benchmark of a guard check, as done for each request that an application serves. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuardBenchmark {
    private final LicenseGuard guard = LicensedGuards.guard(() -> {});

    /** Creates a guard whose verdict is cached. */
    public GuardBenchmark() {
        guard.check();
    }

    /** Reads the verdict. */
    @Benchmark
    public Verdict current() {
        return guard.current();
    }

    /** Reads the counter that the guard reads for each verdict, for comparison. */
    @Benchmark
    public long nanoTime() {
        return System.nanoTime();
    }

    /** Reads the verdict after a check if one is due, which is not the case during the measurement. */
    @Benchmark
    public Verdict check() {
        return guard.check();
    }
}
