package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.load.LoadRun;
import com.devpayr.benchmarks.load.LoadRun.Result;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Throughput and latency of concurrent license checks. The JVMs of all variants take turns of a few seconds, since the speed of a
 * machine changes within minutes.
 */
final class LoadTable implements Section {
    private static final List<Variant> VARIANTS = List.of(
            new Variant("OkHttp, bare", "feign", "bare"),
            new Variant("DevPayr over Feign", "feign", "sdk"),
            new Variant("DevPayr over Retrofit", "retrofit", "sdk"),
            new Variant("Vert.x, bare", "vertx", "bare"),
            new Variant("DevPayr over Vert.x", "vertx", "sdk"));
    private static final List<Integer> CALLERS = List.of(1, 8, 64);
    private static final int SCHEDULE_CALLERS = 64;
    private static final int RATE = 4000;

    private static final int COLD_SECONDS = 10;
    private static final int COLD_ROUNDS = 3;
    private static final int TURN_SECONDS = 2;
    private static final int WARM_UP_TURNS = 5;
    private static final int TURNS = 11;

    @Override
    public String measure() throws IOException {
        Map<Variant, List<Object>> rows = new LinkedHashMap<>();
        VARIANTS.forEach(variant -> rows.put(variant, new ArrayList<>(List.of(variant.name))));
        try (StubServerProcess server = StubServerProcess.start()) {
            for (int callers : CALLERS) {
                Load load = Load.measure(server.baseUrl(), callers, 0, COLD_ROUNDS);
                rows.forEach((variant, row) -> {
                    row.add(load.throughput(variant, load.cold));
                    row.add(load.throughput(variant, load.warm) + " (" + load.latency(variant) + ")");
                });
            }
            Load load = Load.measure(server.baseUrl(), SCHEDULE_CALLERS, RATE, 1);
            rows.forEach((variant, row) -> row.add(load.latency(variant)));
        }
        Table table = new Table(heads());
        rows.values().forEach(row -> table.row(row.toArray()));
        return table.toString();
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

    private record Variant(String name, String transport, String layer) {
        /** Returns the bare HTTP client below this variant. */
        Variant bare() {
            return VARIANTS.get(transport.equals("vertx") ? 3 : 0);
        }

        ChildProcess start(String baseUrl, int callers, int rate) throws IOException {
            return ChildProcess.start(
                    LoadRun.class,
                    List.of(),
                    transport,
                    layer,
                    baseUrl,
                    Integer.toString(callers),
                    Integer.toString(rate));
        }
    }

    /** The results of all variants, in the first seconds of new JVMs and when they are warm. */
    private static final class Load {
        final Map<Variant, List<Result>> cold = new LinkedHashMap<>();
        final Map<Variant, List<Result>> warm = new LinkedHashMap<>();

        static Load measure(String baseUrl, int callers, int rate, int rounds) throws IOException {
            Load load = new Load();
            for (int round = 1; round < rounds; round++) {
                load.round(baseUrl, callers, rate, 0);
            }
            load.round(baseUrl, callers, rate, TURNS);
            return load;
        }

        /** Starts a JVM for each variant and lets them take turns. */
        private void round(String baseUrl, int callers, int rate, int turns) throws IOException {
            Map<Variant, ChildProcess> programs = new LinkedHashMap<>();
            try {
                for (Variant variant : VARIANTS) {
                    ChildProcess program = variant.start(baseUrl, callers, rate);
                    programs.put(variant, program);
                    add(cold, variant, Result.of(program, COLD_SECONDS));
                }
                for (int turn = -WARM_UP_TURNS; turns > 0 && turn < turns; turn++) {
                    for (Variant variant : VARIANTS) {
                        Result result = Result.of(get(programs, variant), TURN_SECONDS);
                        if (turn >= 0) {
                            add(warm, variant, result);
                        }
                    }
                }
            } finally {
                for (ChildProcess program : programs.values()) {
                    program.close();
                }
            }
        }

        private static void add(Map<Variant, List<Result>> results, Variant variant, Result result) {
            results.computeIfAbsent(variant, unseen -> new ArrayList<>()).add(result);
        }

        /** Returns the median throughput, and the median of the ratios to the bare client in the same turn. */
        String throughput(Variant variant, Map<Variant, List<Result>> results) {
            List<Result> own = get(results, variant);
            String median = String.format(Locale.ROOT, "%.0f", median(own, Result::rate));
            return variant.equals(variant.bare())
                    ? median
                    : median + String.format(Locale.ROOT, ", %.2f×", ratio(own, get(results, variant.bare())));
        }

        private static double ratio(List<Result> own, List<Result> bare) {
            double[] ratios = new double[own.size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = own.get(i).rate() / bare.get(i).rate();
            }
            return Measurements.median(ratios);
        }

        String latency(Variant variant) {
            List<Result> results = get(warm, variant);
            long failed = results.stream().mapToLong(Result::failed).sum();
            return String.format(Locale.ROOT, "%.0f / %.0f", median(results, Result::p50), median(results, Result::p99))
                    + (failed == 0 ? "" : ", " + failed + " failed");
        }

        private static <T> T get(Map<Variant, T> map, Variant variant) {
            return Objects.requireNonNull(map.get(variant));
        }

        private static double median(List<Result> results, ToDoubleFunction<Result> figure) {
            return Measurements.median(results.stream().mapToDouble(figure).toArray());
        }
    }
}
