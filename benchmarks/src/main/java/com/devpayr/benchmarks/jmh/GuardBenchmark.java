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

/** What an application pays for asking the guard with every request it serves. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuardBenchmark {
    private final LicenseGuard guard = LicensedGuards.guard(() -> {});

    /** A guard that has been answered. */
    public GuardBenchmark() {
        guard.check();
    }

    /** Reads the verdict. */
    @Benchmark
    public Verdict current() {
        return guard.current();
    }

    /** Reads the verdict, and asks DevPayr when that is due: not while it is measured. */
    @Benchmark
    public Verdict check() {
        return guard.check();
    }
}
