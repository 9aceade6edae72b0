package com.devpayr.resilience4j;

import static com.devpayr.testkit.fault.Faults.answer;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.internal.policy.SideEffects;
import com.devpayr.resilience4j.Entrance.Door;
import com.devpayr.resilience4j.FaultRow.Pace;
import com.devpayr.resilience4j.FaultRow.Scene;
import com.devpayr.testkit.fault.FaultServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call that meets a fault: what it should have become and did not. */
record FaultCell(FaultRow row, Transport transport, Sample sample, boolean resilient, boolean reused) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    private static final int WARM_UPS = 10;

    /** What all cells have together. */
    record World(Transport.Shared shared, Tls tls, FaultServer elsewhere, Canaries canaries) {}

    /** A connection that is not made cannot be one that is kept. */
    boolean isPossible() {
        return !reused || row.entrance().reach() == Entrance.Reach.REQUEST;
    }

    /** Whether it tells most of its neighbours: what is repeated, what must not be, and where libraries do so by themselves. */
    boolean isTelling() {
        boolean kept = reused || row.entrance().reach() != Entrance.Reach.REQUEST;
        return resilient && kept && sample != Sample.IDEMPOTENT;
    }

    /** What went wrong, in words; none when all is as it should be. */
    List<String> run(World world) throws Exception {
        Instruments instruments = new Instruments(world.canaries());
        Seen seen;
        try (Door door = row.entrance().open(world.tls())) {
            seen = meet(door, instruments, world);
        }
        if (seen.thrown() != null) {
            world.canaries().read(seen.thrown());
        }
        instruments.readMeters();
        return judge(seen);
    }

    /** How it went. Requests and connections are counted when no connection is left, so that none can follow. */
    private record Seen(
            @Nullable Throwable thrown, boolean interrupted, Duration took, int open, int requests, int connections) {}

    private Seen meet(Door door, Instruments instruments, World world) throws Exception {
        FaultServer server = door.server();
        DevPayrConfig config = config(door.baseUrl());
        DevPayr devpayr = transport.connect(config, resilient ? instruments.resilience() : null, world.shared());
        try (devpayr) {
            if (reused) {
                warmUp(server, devpayr);
            }
            int requests = server.requests().size();
            int connections = server.connections();
            server.answer(row.fault().apply(new Scene(devpayr, Thread.currentThread(), world.elsewhere())));
            long start = System.nanoTime();
            @Nullable Throwable thrown = call(devpayr);
            boolean interrupted = Thread.interrupted();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            world.canaries().read("toString", config + " " + devpayr.runtime() + " " + Canaries.draft());
            devpayr.close();
            server.awaitNoConnection(AT_ONCE);
            return new Seen(
                    thrown,
                    interrupted,
                    took,
                    server.openConnections(),
                    server.requests().size() - requests,
                    server.connections() - connections);
        }
    }

    /** Until one goes well: a busy machine may take longer than a row's short times. */
    private void warmUp(FaultServer server, DevPayr devpayr) {
        server.answer(answer(200, "", FaultRows.FINE));
        @Nullable Throwable failure = call(devpayr);
        for (int i = 1; i < WARM_UPS && failure != null; i++) {
            failure = call(devpayr);
        }
        if (failure != null) {
            throw new AssertionError("the server is fine, and yet", failure);
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

    private List<String> judge(Seen seen) {
        List<String> wrong = new ArrayList<>();
        String expected = describe(expected());
        if (!expected.equals(describe(seen.thrown()))) {
            wrong.add("threw " + describe(seen.thrown()) + " in place of " + expected + ": " + seen.thrown());
        }
        if (seen.interrupted() != expected.contains("INTERRUPTED")) {
            wrong.add("the thread's interrupt flag is " + seen.interrupted());
        }
        if (seen.took().compareTo(longest()) > 0) {
            wrong.add("took " + seen.took());
        }
        if (seen.open() > 0) {
            wrong.add("left " + seen.open() + " connections open");
        }
        countTries(seen, wrong);
        return wrong;
    }

    private void countTries(Seen seen, List<String> wrong) {
        int expected = resilient && row.again().applies(sample.operation) ? TRIES : 1;
        int counted =
                switch (row.entrance().reach()) {
                    case REQUEST -> seen.requests();
                    case CONNECTION -> seen.connections();
                    case NOTHING -> 1 + Objects.requireNonNull(seen.thrown()).getSuppressed().length;
                };
        if (counted != expected) {
            wrong.add(counted + " tries in place of " + expected);
        }
        if (row.entrance().reach() != Entrance.Reach.REQUEST && seen.requests() != 0) {
            wrong.add("sent " + seen.requests() + " requests");
        }
    }

    private @Nullable DevPayrException expected() {
        DevPayrException failure = row.outcome().of(transport, sample.operation);
        return failure == null ? null : SideEffects.of(sample.operation, failure);
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
        return row.pace() == Pace.TIMES_OUT ? AT_ONCE.plus(CALL_TIMEOUT.multipliedBy(TRIES)) : AT_ONCE;
    }

    /** Short where a time-out is the point, else far longer than the time in which all must be over. */
    private DevPayrConfig config(String baseUrl) {
        boolean timesOut = row.pace() == Pace.TIMES_OUT;
        return Canaries.config()
                .baseUrl(baseUrl)
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
