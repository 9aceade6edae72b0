package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.load.LoadRun.Result;
import com.devpayr.benchmarks.report.Turns.Results;
import com.devpayr.benchmarks.report.Turns.Variant;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Throughput and latency of concurrent license checks. */
final class LoadTable implements Section {
    static final List<Variant> VARIANTS = List.of(
            new Variant("OkHttp, bare", "feign", "bare"),
            new Variant("Feign", "feign", "library"),
            new Variant("DevPayr over Feign", "feign", "sdk"),
            new Variant("Retrofit", "retrofit", "library"),
            new Variant("DevPayr over Retrofit", "retrofit", "sdk"),
            new Variant("Vert.x, bare", "vertx", "bare"),
            new Variant("DevPayr over Vert.x", "vertx", "sdk"));
    private static final int MOST_CALLERS = 64;
    private static final List<Integer> CALLERS = List.of(1, 8, MOST_CALLERS);
    private static final int RATE = 4000;
    /** With {@link #MOST_CALLERS} only, for which the first ten seconds have a target. */
    private static final int COLD_ROUNDS = 6;

    @Override
    public String measure() throws IOException {
        List<Turns> closed = new ArrayList<>();
        Turns scheduled;
        try (StubServerProcess server = StubServerProcess.start()) {
            for (int callers : CALLERS) {
                closed.add(measure(server, callers, 0, callers == MOST_CALLERS ? COLD_ROUNDS : 0));
            }
            scheduled = measure(server, MOST_CALLERS, RATE, 0);
        }
        List<Turns> all = new ArrayList<>(closed);
        all.add(scheduled);
        return throughput(closed) + "\n" + latency(closed, scheduled) + "\n" + steadyRounds(all) + drift(closed);
    }

    private static Turns measure(StubServerProcess server, int callers, int rate, int coldRounds) throws IOException {
        return Turns.measure(VARIANTS, server.baseUrl(), BenchmarkedOperation.CHECK, callers, rate, coldRounds);
    }

    private static Table throughput(List<Turns> closed) {
        List<String> heads = new ArrayList<>(List.of("checks per second, over bare"));
        for (String callers : callers()) {
            heads.addAll(List.of(callers + ", first 10 s", callers + ", steady"));
        }
        Table table = new Table(heads.toArray(String[]::new));
        for (Variant variant : VARIANTS) {
            List<String> row = new ArrayList<>(List.of(variant.name()));
            for (Turns turns : closed) {
                row.add(throughput(turns.cold(variant)));
                row.add(throughput(turns.warm(variant)));
            }
            table.row(row.toArray());
        }
        return table;
    }

    static String throughput(Results results) {
        return number("%.0f", results.median(Result::rate)) + ", " + number("%.2f×", results.ratio(Result::rate));
    }

    private static Table latency(List<Turns> closed, Turns scheduled) {
        List<String> heads = new ArrayList<>(List.of("p50 / p99 in µs, over bare"));
        heads.addAll(callers());
        heads.addAll(List.of(RATE + "/s, first 10 s", RATE + "/s"));
        Table table = new Table(heads.toArray(String[]::new));
        for (Variant variant : VARIANTS) {
            List<String> row = new ArrayList<>(List.of(variant.name()));
            closed.forEach(turns -> row.add(turns.warm(variant).latency()));
            row.add(scheduled.cold(variant).latency());
            row.add(scheduled.warm(variant).latency());
            table.row(row.toArray());
        }
        return table;
    }

    private static List<String> callers() {
        return CALLERS.stream()
                .map(callers -> callers + (callers == 1 ? " caller" : " callers"))
                .toList();
    }

    static String steadyRounds(List<Turns> all) {
        return "Each variant was steady at least once during the warm-up in "
                + all.stream().mapToInt(Turns::steadyRounds).sum() + " of " + all.size() * Turns.ROUNDS
                + " rounds.\n";
    }

    /** Tells whether the JVMs were warm when they were measured. */
    static String drift(List<Turns> closed) {
        double[] drifts = closed.stream()
                .flatMapToDouble(turns -> VARIANTS.stream()
                        .filter(variant -> !variant.layer().equals("bare"))
                        .mapToDouble(variant -> turns.warm(variant).drift(Result::rate)))
                .sorted()
                .toArray();
        return "The second half of the measured turns has " + number("%.2f× to ", drifts[0])
                + number("%.2f×", drifts[drifts.length - 1]) + " the throughput over bare of the first half.\n";
    }
}
