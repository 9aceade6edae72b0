package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.load.LoadRun;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Throughput and latency of concurrent license checks, by variant. Variants run alternately. */
final class LoadTable implements Section {
    private static final Map<String, String> VARIANTS = variants();
    private static final List<Integer> CALLERS = List.of(1, 8, 64);
    private static final int SCHEDULE_CALLERS = 64;
    private static final int RATE = 4000;

    private static Map<String, String> variants() {
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put("bare feign", "OkHttp, bare");
        variants.put("sdk feign", "DevPayr over Feign");
        variants.put("sdk retrofit", "DevPayr over Retrofit");
        variants.put("bare vertx", "Vert.x, bare");
        variants.put("sdk vertx", "DevPayr over Vert.x");
        return variants;
    }

    @Override
    public String measure() throws IOException {
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        try (StubServerProcess server = StubServerProcess.start()) {
            for (int callers : CALLERS) {
                for (String variant : VARIANTS.keySet()) {
                    row(rows, variant).addAll(closedLoop(run(variant, server.baseUrl(), callers, 0)));
                }
            }
            for (String variant : VARIANTS.keySet()) {
                row(rows, variant).add(latency(run(variant, server.baseUrl(), SCHEDULE_CALLERS, RATE)));
            }
        }
        Table table = new Table(heads());
        rows.values().forEach(row -> table.row(row.toArray()));
        return table.toString();
    }

    private static List<Object> row(Map<String, List<Object>> rows, String variant) {
        return rows.computeIfAbsent(
                variant, unseen -> new ArrayList<>(List.of(VARIANTS.getOrDefault(variant, variant))));
    }

    private static String[] heads() {
        List<String> heads = new ArrayList<>(List.of("checks per second (p50 / p99 in µs)"));
        for (int callers : CALLERS) {
            String name = callers + (callers == 1 ? " caller" : " callers");
            heads.addAll(List.of(name + ", first 10 s", name + ", steady"));
        }
        heads.add(RATE + "/s");
        return heads.toArray(String[]::new);
    }

    /** Runs a variant and returns the words that {@link LoadRun} prints. */
    private static List<String> run(String variant, String baseUrl, int callers, int rate) throws IOException {
        String[] parts = variant.split(" ", 2);
        try (ChildProcess child = ChildProcess.start(
                LoadRun.class,
                List.of(),
                parts[1],
                parts[0],
                baseUrl,
                Integer.toString(callers),
                Integer.toString(rate))) {
            return child.words();
        }
    }

    private static List<Object> closedLoop(List<String> words) {
        return List.of(words.get(0), words.get(1) + " (" + latency(words) + ")");
    }

    private static String latency(List<String> words) {
        String failed = words.get(4).equals("0") ? "" : ", " + words.get(4) + " failed";
        return words.get(2) + " / " + words.get(3) + failed;
    }
}
