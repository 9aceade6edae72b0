package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.load.LoadRun.Result;
import com.devpayr.benchmarks.report.Turns.Results;
import com.devpayr.benchmarks.report.Turns.Variant;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Throughput and latency of concurrent license checks. */
final class LoadTable implements Section {
    private static final List<Variant> VARIANTS = List.of(
            new Variant("OkHttp, bare", "feign", "bare"),
            new Variant("Feign", "feign", "library"),
            new Variant("DevPayr over Feign", "feign", "sdk"),
            new Variant("Retrofit", "retrofit", "library"),
            new Variant("DevPayr over Retrofit", "retrofit", "sdk"),
            new Variant("Vert.x, bare", "vertx", "bare"),
            new Variant("DevPayr over Vert.x", "vertx", "sdk"));
    private static final List<Integer> CALLERS = List.of(1, 8, 64);
    private static final int SCHEDULE_CALLERS = 64;
    private static final int RATE = 4000;

    @Override
    public String measure() throws IOException {
        Map<Variant, List<Object>> rows = new LinkedHashMap<>();
        VARIANTS.forEach(variant -> rows.put(variant, new ArrayList<>(List.of(variant.name()))));
        try (StubServerProcess server = StubServerProcess.start()) {
            for (int callers : CALLERS) {
                Turns turns = measure(server, callers, 0);
                rows.forEach((variant, row) -> {
                    row.add(throughput(turns.cold(variant)));
                    row.add(throughput(turns.warm(variant)) + " ("
                            + turns.warm(variant).latency() + ")");
                });
            }
            Turns turns = measure(server, SCHEDULE_CALLERS, RATE);
            rows.forEach((variant, row) -> row.add(turns.warm(variant).latency()
                    + number(" (%.2f×)", turns.warm(variant).ratio(Result::p99))));
        }
        Table table = new Table(heads());
        rows.values().forEach(row -> table.row(row.toArray()));
        return table.toString();
    }

    private static Turns measure(StubServerProcess server, int callers, int rate) throws IOException {
        return Turns.measure(VARIANTS, server.baseUrl(), BenchmarkedOperation.CHECK, callers, rate);
    }

    private static String[] heads() {
        List<String> heads = new ArrayList<>(List.of("checks per second, over bare (p50 / p99 in µs)"));
        for (int callers : CALLERS) {
            String name = callers + (callers == 1 ? " caller" : " callers");
            heads.addAll(List.of(name + ", first 10 s", name + ", steady"));
        }
        heads.add(RATE + "/s");
        return heads.toArray(String[]::new);
    }

    private static String throughput(Results results) {
        return number("%.0f", results.median(Result::rate)) + ", " + number("%.2f×", results.ratio(Result::rate));
    }
}
