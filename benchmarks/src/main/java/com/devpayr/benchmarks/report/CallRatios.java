package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.load.LoadRun.Result;
import com.devpayr.benchmarks.report.Turns.Results;
import com.devpayr.benchmarks.report.Turns.Variant;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Time and allocation of a call with the client, compared with the same call with the bare HTTP client. */
final class CallRatios implements Section {
    private static final List<Variant> VARIANTS = List.of(
            variant("bare feign"),
            variant("library feign"),
            variant("sdk feign"),
            variant("library retrofit"),
            variant("sdk retrofit"),
            variant("bare vertx"),
            variant("sdk vertx"));

    @Override
    public String measure() throws IOException {
        Map<Variant, Double> allocated = new LinkedHashMap<>();
        Table table = new Table("", "p50", "over bare", "p99", "over bare", "allocated", "over bare");
        try (StubServerProcess server = StubServerProcess.start()) {
            for (Variant variant : VARIANTS) {
                allocated.put(
                        variant,
                        CallRounds.once(variant.layer() + " " + variant.transport(), server.baseUrl())
                                .bytes());
            }
            Turns turns = Turns.measure(VARIANTS, server.baseUrl(), BenchmarkedOperation.LICENSE, 1, 0, 0);
            for (Variant variant : VARIANTS) {
                row(
                        table,
                        variant,
                        turns.warm(variant),
                        kilobytes(allocated, variant),
                        kilobytes(allocated, variant.bareIn(VARIANTS)));
            }
        }
        return table.toString();
    }

    private static double kilobytes(Map<Variant, Double> allocated, Variant variant) {
        return Objects.requireNonNull(allocated.get(variant)) / 1000;
    }

    private static void row(Table table, Variant variant, Results results, double allocated, double allocatedByBare) {
        table.row(
                variant.name(),
                number("%.0f µs", results.median(Result::p50)),
                number("%.2f×", results.ratio(Result::p50)),
                number("%.0f µs", results.median(Result::p99)),
                number("%.2f×", results.ratio(Result::p99)),
                number("%.1f KB", allocated),
                number("%+.1f KB", Math.round((allocated - allocatedByBare) * 10) / 10.0));
    }

    private static Variant variant(String variant) {
        String[] parts = variant.split(" ", 2);
        return new Variant(name(variant), parts[1], parts[0]);
    }

    /** Returns the label of a variant. */
    static String name(String variant) {
        return switch (variant) {
            case "bare feign", "bare retrofit" -> "OkHttp, bare";
            case "library feign" -> "Feign over it";
            case "sdk feign" -> "**DevPayr over Feign**";
            case "library retrofit" -> "Retrofit over it";
            case "sdk retrofit" -> "**DevPayr over Retrofit**";
            case "bare vertx" -> "Vert.x Web Client, bare";
            case "sdk vertx" -> "**DevPayr over Vert.x**";
            default -> throw new IllegalArgumentException(variant);
        };
    }
}
