package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Feign with each of its HTTP clients. */
final class FeignClients implements Section {
    private static final int ROUNDS = 3;
    private static final Map<String, String> NAMES = Map.of(
            "library feign", "`feign-okhttp`",
            "library feign-hc5", "`feign-hc5` (Apache HttpClient 5)",
            "library feign-jdk", "`feign-java11` (the JDK's `HttpClient`)",
            "library feign-default", "Feign's default (`HttpURLConnection`)");

    @Override
    public String measure() throws IOException {
        Table table = new Table("Feign by itself, over", "p50", "p99", "allocated");
        CallRounds.measure(
                        ROUNDS,
                        List.of("library feign", "library feign-hc5", "library feign-jdk", "library feign-default"))
                .forEach((variant, rounds) -> table.row(
                        NAMES.getOrDefault(variant, variant),
                        number("%.0f µs", Measurements.median(rounds, Measurements::p50)),
                        number("%.0f µs", Measurements.median(rounds, Measurements::p99)),
                        number("%.1f KB", Measurements.median(rounds, Measurements::bytes) / 1000)));
        return table.toString();
    }
}
