package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import com.devpayr.benchmarks.jmh.StackBenchmark;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each layer costs over a transport that returns bytes that it holds. */
final class Layers implements Section {
    private static final Map<String, String> LAYERS = new LinkedHashMap<>();

    static {
        LAYERS.put("json", "reading the answer's JSON (Jackson)");
        LAYERS.put("facade", "**facade**, rules, headers, route, and that");
        LAYERS.put("resilience", "with Resilience4j");
        LAYERS.put("resilienceAndGuard", "and the guard asked before each call");
    }

    @Override
    public String measure() {
        Table table = new Table("", "time", "more than the facade", "allocated", "more than the facade");
        Figures facade = Jmh.run(Jmh.of(StackBenchmark.class, "facade"));
        LAYERS.forEach((method, name) -> {
            Figures layer = method.equals("facade") ? facade : Jmh.run(Jmh.of(StackBenchmark.class, method));
            table.row(
                    name,
                    number("%.2f µs", layer.mean() / 1000),
                    number("%+.2f µs", (layer.mean() - facade.mean()) / 1000),
                    number("%.0f B", layer.bytes()),
                    number("%+.0f B", layer.bytes() - facade.bytes()));
        });
        return table.toString();
    }

}
