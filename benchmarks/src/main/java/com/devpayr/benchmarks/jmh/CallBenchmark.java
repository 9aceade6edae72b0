package com.devpayr.benchmarks.jmh;

import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.caller.Caller;
import com.devpayr.benchmarks.caller.Callers;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Benchmark of a call over the loopback interface, by transport and layer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class CallBenchmark {
    /** System property with the base URL of the server. */
    public static final String BASE_URL = "devpayr.benchmark.url";

    @Param({"feign", "retrofit", "vertx"})
    String transport = "";

    @Param({"bare", "library", "sdk"})
    String layer = "";

    private Caller caller = new None();

    /** Creates the client. */
    @Setup(Level.Trial)
    public void open() {
        caller = Callers.blocking(transport, layer, BenchmarkedOperation.LICENSE, System.getProperty(BASE_URL, ""));
    }

    /** Reads one license. */
    @Benchmark
    public Object call() throws IOException {
        return caller.call();
    }

    /** Closes the client. */
    @TearDown(Level.Trial)
    public void close() {
        caller.close();
    }

    private static final class None implements Caller {
        @Override
        public Object call() {
            throw new IllegalStateException("not set up");
        }

        @Override
        public void close() {}
    }
}
