package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.report.Turns.Results;
import com.devpayr.benchmarks.report.Turns.Variant;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.List;

/** Throughput and latency of concurrent calls whose URLs differ. License checks repeat one URL. */
final class DifferentUrls implements Section {
    private static final int CALLERS = 8;

    @Override
    public String measure() throws IOException {
        try (StubServerProcess server = StubServerProcess.start()) {
            Turns turns = Turns.measure(
                    LoadTable.VARIANTS, server.baseUrl(), BenchmarkedOperation.RANDOM_LICENSE, CALLERS, 0, 0);
            return table(turns) + "\n" + LoadTable.steadyRounds(List.of(turns)) + LoadTable.drift(List.of(turns));
        }
    }

    private static Table table(Turns turns) {
        Table table = new Table(CALLERS + " callers", "licenses per second, over bare", "p50 / p99 in µs, over bare");
        for (Variant variant : LoadTable.VARIANTS) {
            Results warm = turns.warm(variant);
            table.row(variant.name(), LoadTable.throughput(warm), warm.latency());
        }
        return table;
    }
}
