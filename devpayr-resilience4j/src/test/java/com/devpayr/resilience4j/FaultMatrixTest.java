package com.devpayr.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.fault.FaultServer;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The matrix fault × first or reused connection × retry safety × client × plain or resilient. Each cell checks the
 * exact exception, the number of attempts that reached the server, a bounded duration, that no connection and no thread
 * is left, and that no secret is in a log line of any library, an exception, an event, a metric or a request to another
 * host.
 *
 * <p>Runs the significant cells of the quick rows by default and all cells with {@code mvn verify -Dfaults=all}. The
 * report is {@code target/fault-matrix.md}. After a row that has left connections or threads, all other rows fail without
 * being run, since each of their cells would wait for them again.
 */
class FaultMatrixTest {
    private static final boolean ALL = "all".equals(System.getProperty("faults"));
    private static final int CELLS_AT_ONCE = 24;
    private static final int ROW_SECONDS = 180;
    private static final long THREADS_END_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final List<SampleCall> SAMPLES =
            List.of(SampleCall.READ, SampleCall.IDEMPOTENT, SampleCall.INJECTABLE);

    private static final Canaries CANARIES = new Canaries();
    private static final LogCapture LOGS = LogCapture.open(CANARIES);
    private static final FaultReport REPORT = new FaultReport();
    private static final FaultServer ELSEWHERE = FaultServer.start();
    private static final ExecutorService CELLS = Executors.newFixedThreadPool(CELLS_AT_ONCE, named("fault-cell"));
    private static final ExecutorService CALLS = Executors.newCachedThreadPool(named("fault-call"));
    private static final Vertx VERTX = Vertx.vertx();

    /** Rows that have left connections or threads. */
    private static final List<FaultRow> UNCLOSED = new ArrayList<>();

    private static final FaultCell.World WORLD = new FaultCell.World(
            new ClientType.Shared(VERTX, CALLS, CANARIES::scanFeignLog), new TestCertificates(), ELSEWHERE, CANARIES);

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @AfterAll
    static void close() throws Exception {
        CELLS.shutdownNow();
        CALLS.shutdownNow();
        VERTX.close().await(20, TimeUnit.SECONDS);
        ELSEWHERE.close();
        LOGS.close();
        REPORT.write(CANARIES, LOGS.lines(), ELSEWHERE.connections());
    }

    static Stream<FaultRow> rows() {
        return FaultRows.all().filter(row -> ALL || row.speed() == FaultRow.Speed.QUICK);
    }

    private static List<FaultCell> cells(FaultRow row) {
        List<FaultCell> cells = new ArrayList<>();
        for (ClientType transport : ClientType.values()) {
            for (SampleCall sample : SAMPLES) {
                for (boolean resilient : new boolean[] {false, true}) {
                    cells.add(new FaultCell(row, transport, sample, resilient, false));
                    cells.add(new FaultCell(row, transport, sample, resilient, true));
                }
            }
        }
        cells.removeIf(cell -> !cell.isPossible() || !(ALL || cell.isSignificant()));
        return cells;
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Timeout(ROW_SECONDS)
    void everyCellBehavesAsExpected(FaultRow row) throws Exception {
        assertThat(UNCLOSED)
                .as("rows that left connections or threads; this row was not run")
                .isEmpty();
        List<FaultCell> cells = cells(row);
        List<Callable<List<String>>> tasks = new ArrayList<>();
        cells.forEach(cell -> tasks.add(() -> cell.run(WORLD)));
        int elsewhere = ELSEWHERE.connections();
        long start = System.nanoTime();
        List<Future<List<String>>> results = CELLS.invokeAll(tasks);
        List<String> wrong = new ArrayList<>();
        int failed = 0;
        for (int i = 0; i < cells.size(); i++) {
            List<String> found = results.get(i).get();
            failed += found.isEmpty() ? 0 : 1;
            for (String what : found) {
                wrong.add(cells.get(i) + ": " + what);
            }
        }
        wrong.addAll(threadsLeft());
        REPORT.add(row, cells.size(), failed, System.nanoTime() - start);
        if (wrong.stream().anyMatch(what -> what.contains(FaultCell.LEFT))) {
            UNCLOSED.add(row);
        }

        assertThat(wrong).isEmpty();
        assertThat(CANARIES.leaks()).isEmpty();
        assertThat(ELSEWHERE.connections()).isEqualTo(elsewhere);
    }

    /** Returns the threads that clients have left running; those of the fault server belong to the test. */
    private static List<String> threadsLeft() throws InterruptedException {
        long end = System.nanoTime() + THREADS_END_NANOS;
        List<String> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            if (name.startsWith("devpayr-") && !name.equals(FaultServer.THREAD_NAME)) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
                if (thread.isAlive()) {
                    left.add(FaultCell.LEFT + "the thread " + name);
                }
            }
        }
        return left;
    }
}
