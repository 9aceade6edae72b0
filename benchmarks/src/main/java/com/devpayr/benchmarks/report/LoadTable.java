package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.load.LoadRun;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Throughput and latency of concurrent license checks, by variant. */
final class LoadTable implements Section {
    private static final List<Integer> CALLERS = List.of(1, 8, 64, 256);
    private static final int SCHEDULE_CALLERS = 64;
    private static final List<Integer> RATES = List.of(1000, 4000);
    private static final List<String> WAYS =
            List.of("bare feign", "sdk feign", "sdk retrofit", "bare vertx", "sdk vertx");
    private static final List<String> NAMES = List.of(
            "OkHttp, bare", "DevPayr over Feign", "DevPayr over Retrofit", "Vert.x, bare", "DevPayr over Vert.x");

    @Override
    public String measure() throws IOException {
        List<String> heads = new ArrayList<>(List.of("checks per second, p50 / p99 in µs"));
        CALLERS.forEach(callers -> heads.add(callers + (callers == 1 ? " caller" : " callers")));
        RATES.forEach(rate -> heads.add(rate + "/s"));
        Table table = new Table(heads.toArray(String[]::new));
        try (StubServerProcess server = StubServerProcess.start()) {
            for (int i = 0; i < WAYS.size(); i++) {
                table.row(row(NAMES.get(i), WAYS.get(i), server.baseUrl()).toArray());
            }
        }
        return table.toString();
    }

    private static List<Object> row(String name, String variant, String baseUrl) throws IOException {
        List<Object> row = new ArrayList<>(List.of(name));
        for (int callers : CALLERS) {
            row.add(run(variant, baseUrl, callers, 0));
        }
        for (int rate : RATES) {
            row.add(run(variant, baseUrl, SCHEDULE_CALLERS, rate));
        }
        return row;
    }

    private static String run(String variant, String baseUrl, int callers, int rate) throws IOException {
        String[] parts = variant.split(" ", 2);
        try (ChildProcess child = ChildProcess.start(
                LoadRun.class,
                List.of(),
                parts[1],
                parts[0],
                baseUrl,
                Integer.toString(callers),
                Integer.toString(rate))) {
            List<String> words = child.words();
            String figures = words.get(1) + " / " + words.get(2);
            String failed = words.get(3).equals("0") ? "" : ", " + words.get(3) + " failed";
            return (rate == 0 ? words.get(0) + ": " : "") + figures + failed;
        }
    }
}
