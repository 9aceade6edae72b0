package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Time and allocation of a call with the client, compared with the same call with the bare HTTP client. */
final class CallRatios implements Section {
    private static final int ROUNDS = 5;

    @Override
    public String measure() throws IOException {
        Map<String, List<Measurements>> measured = CallRounds.measure(
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
        measured.forEach((variant, rounds) -> row(table, variant, rounds, bare(measured, variant)));
        return table.toString();
    }

    private static List<Measurements> bare(Map<String, List<Measurements>> measured, String variant) {
        return measured.getOrDefault("bare " + variant.split(" ", 2)[1], List.of());
    }

    private static void row(Table table, String variant, List<Measurements> rounds, List<Measurements> bare) {
        table.row(
                name(variant),
                number("%.0f µs", Measurements.median(rounds, Measurements::p50)),
                number("%.2f×", Measurements.ratio(rounds, bare, Measurements::p50)),
                number("%.0f µs", Measurements.median(rounds, Measurements::p99)),
                number("%.2f×", Measurements.ratio(rounds, bare, Measurements::p99)),
                number("%.1f KB", Measurements.median(rounds, Measurements::bytes) / 1000),
                number(
                        "%+.1f KB",
                        (Measurements.median(rounds, Measurements::bytes)
                                        - Measurements.median(bare, Measurements::bytes))
                                / 1000));
    }

    /** Returns the label of a variant. */
    static String name(String variant) {
        return switch (variant) {
            case "bare feign" -> "OkHttp, bare";
            case "library feign" -> "Feign over it";
            case "sdk feign" -> "**DevPayr over Feign**";
            case "bare retrofit" -> "OkHttp, bare, again";
            case "library retrofit" -> "Retrofit over it";
            case "sdk retrofit" -> "**DevPayr over Retrofit**";
            case "bare vertx" -> "Vert.x Web Client, bare";
            case "sdk vertx" -> "**DevPayr over Vert.x**";
            default -> throw new IllegalArgumentException(variant);
        };
    }
}
