package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import com.devpayr.benchmarks.jmh.GuardBenchmark;
import java.util.List;

/** The cost of a guard check, by the number of concurrent threads. */
final class GuardCost implements Section {
    @Override
    public String measure() {
        Table table = new Table("", "`guard.current()`", "`System.nanoTime()`", "allocated");
        for (int threads : List.of(1, 2, 4)) {
            Measurements figures = run("current", threads);
            table.row(
                    threads + (threads == 1 ? " thread" : " threads"),
                    number("%.1f ns", figures.mean()),
                    number("%.1f ns", run("nanoTime", threads).mean()),
                    number("%.0f B", figures.bytes()));
        }
        return table.toString();
    }

    private static Measurements run(String method, int threads) {
        return Jmh.run(Jmh.of(GuardBenchmark.class, method).threads(threads));
    }
}
