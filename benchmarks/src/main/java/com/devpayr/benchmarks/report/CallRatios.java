package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One call over loopback through the client, over the same call on the bare HTTP client. */
final class CallRatios implements Section {
    private static final int ROUNDS = 5;

    @Override
    public String measure() throws IOException {
        Map<String, List<Figures>> measured = CallRounds.measure(
                ROUNDS,
                List.of(
                        "bare feign",
                        "library feign",
                        "sdk feign",
                        "bare retrofit",
                        "library retrofit",
                        "sdk retrofit",
                        "bare vertx",
                        "sdk vertx"));
        Table table = new Table("", "p50", "over bare", "p99", "over bare", "allocated", "over bare");
        measured.forEach((way, rounds) -> row(table, way, rounds, bare(measured, way)));
        return table.toString();
    }

    private static List<Figures> bare(Map<String, List<Figures>> measured, String way) {
        return measured.getOrDefault("bare " + way.split(" ", 2)[1], List.of());
    }

    private static void row(Table table, String way, List<Figures> rounds, List<Figures> bare) {
        table.row(
                name(way),
                number("%.0f µs", Figures.median(rounds, Figures::p50)),
                number("%.2f×", Figures.ratio(rounds, bare, Figures::p50)),
                number("%.0f µs", Figures.median(rounds, Figures::p99)),
                number("%.2f×", Figures.ratio(rounds, bare, Figures::p99)),
                number("%.1f KB", Figures.median(rounds, Figures::bytes) / 1000),
                number(
                        "%+.1f KB",
                        (Figures.median(rounds, Figures::bytes) - Figures.median(bare, Figures::bytes)) / 1000));
    }

    /** What a row is called. */
    static String name(String way) {
        return switch (way) {
            case "bare feign" -> "OkHttp, bare";
            case "library feign" -> "Feign over it";
            case "sdk feign" -> "**DevPayr over Feign**";
            case "bare retrofit" -> "OkHttp, bare, again";
            case "library retrofit" -> "Retrofit over it";
            case "sdk retrofit" -> "**DevPayr over Retrofit**";
            case "bare vertx" -> "Vert.x Web Client, bare";
            case "sdk vertx" -> "**DevPayr over Vert.x**";
            default -> throw new IllegalArgumentException(way);
        };
    }
}
