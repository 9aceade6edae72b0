package com.devpayr.resilience4j;

import static com.devpayr.testkit.fault.Faults.response;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.internal.policy.SideEffects;
import com.devpayr.resilience4j.ConnectionScenario.Endpoint;
import com.devpayr.resilience4j.FaultRow.Environment;
import com.devpayr.resilience4j.FaultRow.Speed;
import com.devpayr.testkit.fault.FaultServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cell of the fault matrix: one call, and the deviations from its expected result. */
record FaultCell(FaultRow row, ClientType transport, SampleCall sample, boolean resilient, boolean reused) {
    /** The start of the description of something that remains after a client was closed. */
    static final String LEFT = "left ";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final int MAX_ATTEMPTS = 3;
    private static final int WARM_UPS = 10;

    /** Resources that all cells share. */
    record World(ClientType.Shared shared, TestCertificates tls, FaultServer elsewhere, Canaries canaries) {}

    /** Returns whether the combination exists: a connection that is not established cannot be reused. */
    boolean isPossible() {
        return !reused || row.connection().reach() == ConnectionScenario.Reach.REQUEST;
    }

    /**
     * Returns whether the cell runs by default: retried calls, calls that must not be retried, and retries by the
     * libraries themselves.
     */
    boolean isSignificant() {
        boolean kept = reused || row.connection().reach() != ConnectionScenario.Reach.REQUEST;
        return resilient && kept && sample != SampleCall.IDEMPOTENT;
    }

    /** Returns descriptions of all deviations; empty when the cell passes. */
    List<String> run(World world) throws Exception {
        ObservedResilience observedResilience = new ObservedResilience(world.canaries());
        Observation observed;
        try (Endpoint endpoint = row.connection().open(world.tls())) {
            observed = observe(endpoint, observedResilience, world);
        }
        if (observed.thrown() != null) {
            world.canaries().scan(observed.thrown());
        }
        observedResilience.scanMeters();
        return deviations(observed);
    }

    /**
     * The observed result. Requests and connections are counted when no connection is left, so that none can follow.
     */
    private record Observation(
            @Nullable Throwable thrown, boolean interrupted, Duration took, int open, int requests, int connections) {}

    private Observation observe(Endpoint endpoint, ObservedResilience observedResilience, World world)
            throws Exception {
        FaultServer server = endpoint.server();
        DevPayrConfig config = config(endpoint.baseUrl(), world.tls());
        DevPayr devpayr = transport.connect(config, resilient ? observedResilience.resilience() : null, world.shared());
        try (devpayr) {
            if (reused) {
                warmUp(server, devpayr);
            }
            int requests = server.requests().size();
            int connections = server.connections();
            server.setFault(row.fault().apply(new Environment(devpayr, Thread.currentThread(), world.elsewhere())));
            long start = System.nanoTime();
            @Nullable Throwable thrown = call(devpayr);
            boolean interrupted = Thread.interrupted();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            world.canaries().scan("toString", config + " " + devpayr.runtime() + " " + Canaries.draft());
            devpayr.close();
            server.awaitNoConnection(AT_ONCE);
            return new Observation(
                    thrown,
                    interrupted,
                    took,
                    server.openConnections(),
                    server.requests().size() - requests,
                    server.connections() - connections);
        }
    }

    /** Repeats until a call succeeds: a busy machine may exceed the short timeouts of a row. */
    private void warmUp(FaultServer server, DevPayr devpayr) {
        server.setFault(response(200, "", FaultRows.SUCCESS));
        @Nullable Throwable failure = call(devpayr);
        for (int i = 1; i < WARM_UPS && failure != null; i++) {
            failure = call(devpayr);
        }
        if (failure != null) {
            throw new AssertionError("the server is healthy, but the call failed", failure);
        }
    }

    private @Nullable Throwable call(DevPayr devpayr) {
        try {
            sample.on(devpayr);
            return null;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private List<String> deviations(Observation observed) {
        List<String> deviations = new ArrayList<>();
        String expected = describe(expected());
        if (!expected.equals(describe(observed.thrown()))) {
            deviations.add(
                    "threw " + describe(observed.thrown()) + " instead of " + expected + ": " + observed.thrown());
        }
        if (observed.interrupted() != expected.contains("INTERRUPTED")) {
            deviations.add("the thread's interrupt flag is " + observed.interrupted());
        }
        if (observed.took().compareTo(longest()) > 0) {
            deviations.add("took " + observed.took());
        }
        if (observed.open() > 0) {
            deviations.add(LEFT + observed.open() + " connections open");
        }
        checkAttempts(observed, deviations);
        return deviations;
    }

    private void checkAttempts(Observation observed, List<String> deviations) {
        int expected = resilient && row.retried().applies(sample.operation) ? MAX_ATTEMPTS : 1;
        int counted =
                switch (row.connection().reach()) {
                    case REQUEST -> observed.requests();
                    case CONNECTION -> observed.connections();
                    case NOTHING ->
                        1 + Objects.requireNonNull(observed.thrown()).getSuppressed().length;
                };
        if (counted != expected) {
            deviations.add(counted + " attempts instead of " + expected);
        }
        if (row.connection().reach() != ConnectionScenario.Reach.REQUEST && observed.requests() != 0) {
            deviations.add("sent " + observed.requests() + " requests");
        }
    }

    private @Nullable DevPayrException expected() {
        DevPayrException failure = row.outcome().of(transport, sample.operation);
        return failure == null ? null : SideEffects.translate(sample.operation, failure);
    }

    private static String describe(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "nothing";
        }
        return thrown.getClass().getSimpleName()
                + (thrown instanceof TransportException failure ? " " + failure.kind() : "")
                + (thrown instanceof ApiException refusal ? " " + refusal.status() : "")
                + (thrown instanceof OutcomeUnknownException ? " after " + describe(thrown.getCause()) : "");
    }

    private Duration longest() {
        return row.speed() == Speed.TIMES_OUT ? AT_ONCE.plus(CALL_TIMEOUT.multipliedBy(MAX_ATTEMPTS)) : AT_ONCE;
    }

    /**
     * Uses short timeouts when the row tests timeouts, and otherwise ones that are longer than the permitted duration.
     */
    private DevPayrConfig config(String baseUrl, TestCertificates tls) {
        boolean timesOut = row.speed() == Speed.TIMES_OUT;
        return Canaries.config()
                .baseUrl(baseUrl)
                .sslContext(tls.client())
                .connectTimeout(PATIENCE)
                .readTimeout(timesOut ? READ_TIMEOUT : PATIENCE)
                .callTimeout(timesOut ? CALL_TIMEOUT : PATIENCE)
                .build();
    }

    @Override
    public String toString() {
        return transport + " " + sample + (resilient ? " resilient" : " plain") + (reused ? " reused" : " first");
    }
}
