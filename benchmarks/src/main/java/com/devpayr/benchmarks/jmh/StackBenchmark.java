package com.devpayr.benchmarks.jmh;

import static java.util.Objects.requireNonNull;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.resilience4j.Resilience;
import com.devpayr.vertx.metrics.CallMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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

/** Benchmark of each layer of the client, without a network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class StackBenchmark {
    private final StubTransport transport = new StubTransport();
    private final DevPayr plain = HttpDevPayr.create(StubTransport.CONFIG, transport);
    private final DevPayr resilient = Resilience.defaults().decorate(plain);
    private final AsyncDevPayr async = HttpDevPayr.createAsync(StubTransport.CONFIG, transport);
    private final AsyncDevPayr measured =
            Resilience.defaults().decorate(async).with(CallMetrics.create(new SimpleMeterRegistry()));
    private final LicenseGuard guard = LicensedGuards.guard(() -> {});

    /** Creates clients and a guard whose verdict is cached. */
    public StackBenchmark() {
        guard.check();
    }

    /** Reads the JSON of the response only. */
    @Benchmark
    public Object json() {
        return requireNonNull(transport.read(Operation.LICENSE_GET));
    }

    /** Calls the facade, including call policy and JSON. */
    @Benchmark
    public License facade() {
        return plain.licenses().get(7, 12);
    }

    /** Calls the facade with retry, circuit breaker and bulkhead. */
    @Benchmark
    public License resilience() {
        return resilient.licenses().get(7, 12);
    }

    /** Calls the facade with retry, circuit breaker and bulkhead after a guard check. */
    @Benchmark
    public License resilienceAndGuard() {
        guard.requireLicensed();
        return resilient.licenses().get(7, 12);
    }

    /** Calls the asynchronous facade. The call runs on this thread. */
    @Benchmark
    public License asyncFacade() {
        return async.licenses().get(7, 12).join();
    }

    /** Calls the asynchronous facade with resilience and a Micrometer timer after a guard check. */
    @Benchmark
    public License asyncStack() {
        guard.requirePermitted(guard.current());
        return measured.licenses().get(7, 12).join();
    }
}
