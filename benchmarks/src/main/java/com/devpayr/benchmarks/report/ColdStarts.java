package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;
import static java.util.Objects.requireNonNull;

import com.devpayr.benchmarks.Child;
import com.devpayr.benchmarks.load.FirstCall;
import com.devpayr.benchmarks.server.RunningServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a virtual machine's start to its first answer, in turns. */
final class ColdStarts implements Section {
    private static final int ROUNDS = 15;
    private static final List<List<String>> GROUPS = List.of(
            List.of("bare feign", "library feign", "sdk feign"),
            List.of("bare retrofit", "library retrofit", "sdk retrofit"),
            List.of("bare vertx", "sdk vertx"));

    @Override
    public String measure() throws IOException {
        Table table = new Table("first response of a new JVM", "time", "over bare");
        try (RunningServer server = RunningServer.start()) {
            for (List<String> ways : GROUPS) {
                rows(table, ways, server.baseUrl());
            }
        }
        return table.toString();
    }

    private static void rows(Table table, List<String> ways, String baseUrl) throws IOException {
        Map<String, List<Figures>> measured = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String way : ways) {
                measured.computeIfAbsent(way, unseen -> new ArrayList<>()).add(firstCall(way, baseUrl));
            }
        }
        List<Figures> bare = requireNonNull(measured.get(ways.get(0)));
        measured.forEach((way, rounds) -> table.row(
                CallRatios.name(way),
                number("%.0f ms", Figures.median(rounds, Figures::mean)),
                number("%.2f×", Figures.ratio(rounds, bare, Figures::mean))));
    }

    private static Figures firstCall(String way, String baseUrl) throws IOException {
        String[] parts = way.split(" ", 2);
        try (Child child = Child.start(FirstCall.class, List.of(), parts[1], parts[0], baseUrl)) {
            double millis = Double.parseDouble(child.line());
            return new Figures(millis, millis, millis, Double.NaN);
        }
    }
}
