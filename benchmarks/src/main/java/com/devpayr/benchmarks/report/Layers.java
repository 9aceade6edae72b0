package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;
import static java.util.Objects.requireNonNull;

import com.devpayr.benchmarks.jmh.StackBenchmark;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cost of each layer of the client, with responses from memory. */
final class Layers implements Section {
    private static final Map<String, String> LAYERS = new LinkedHashMap<>();

    static {
        LAYERS.put("json", "reading the JSON of the response (Jackson)");
        LAYERS.put("facade", "**facade**: proxy, call policy, headers, route and the JSON");
        LAYERS.put("resilience", "with Resilience4j");
        LAYERS.put("resilienceAndGuard", "with Resilience4j and a guard check before each call");
        LAYERS.put("asyncFacade", "**asynchronous facade**");
        LAYERS.put("asyncStack", "with Resilience4j, a timer in Micrometer, and the guard");
    }

    @Override
    public String measure() {
        Table table = new Table("", "time", "difference to facade", "allocated", "difference to facade");
        Map<String, Measurements> measured = new LinkedHashMap<>();
        LAYERS.keySet().forEach(method -> measured.put(method, Jmh.run(Jmh.of(StackBenchmark.class, method))));
        LAYERS.forEach((method, name) -> {
            Measurements layer = requireNonNull(measured.get(method));
            Measurements facade = requireNonNull(measured.get(method.startsWith("async") ? "asyncFacade" : "facade"));
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
