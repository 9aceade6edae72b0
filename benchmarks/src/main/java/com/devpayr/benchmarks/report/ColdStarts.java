package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;
import static java.util.Objects.requireNonNull;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.load.FirstCall;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The time from the start of a JVM to its first response. Variants run alternately. */
final class ColdStarts implements Section {
    private static final int ROUNDS = 15;
    private static final List<List<String>> GROUPS = List.of(
            List.of("bare feign", "library feign", "sdk feign"),
            List.of("bare retrofit", "library retrofit", "sdk retrofit"),
            List.of("bare vertx", "sdk vertx"));

    @Override
    public String measure() throws IOException {
        Table table = new Table("first response of a new JVM", "time", "over bare");
        try (StubServerProcess server = StubServerProcess.start()) {
            for (List<String> variants : GROUPS) {
                rows(table, variants, server.baseUrl());
            }
        }
        return table.toString();
    }

    private static void rows(Table table, List<String> variants, String baseUrl) throws IOException {
        Map<String, List<Measurements>> measured = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String variant : variants) {
                measured.computeIfAbsent(variant, unseen -> new ArrayList<>()).add(firstCall(variant, baseUrl));
            }
        }
        List<Measurements> bare = requireNonNull(measured.get(variants.get(0)));
        measured.forEach((variant, rounds) -> table.row(
                CallRatios.name(variant),
                number("%.0f ms", Measurements.median(rounds, Measurements::mean)),
                number("%.2f×", Measurements.ratio(rounds, bare, Measurements::mean))));
    }

    private static Measurements firstCall(String variant, String baseUrl) throws IOException {
        String[] parts = variant.split(" ", 2);
        try (ChildProcess child = ChildProcess.start(FirstCall.class, List.of(), parts[1], parts[0], baseUrl)) {
            double millis = Double.parseDouble(child.line());
            return new Measurements(millis, millis, millis, Double.NaN);
        }
    }
}
