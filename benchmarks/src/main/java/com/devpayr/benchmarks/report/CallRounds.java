package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.jmh.CallBenchmark;
import com.devpayr.benchmarks.server.RunningServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures ways to call in turns: each round runs all of them once, so that whatever else the machine does meets them
 * alike, and a ratio is taken within a round.
 */
final class CallRounds {
    private CallRounds() {}

    /**
     * Measures.
     *
     * @param ways each {@code layer transport}
     * @return by way, one figure a round
     */
    static Map<String, List<Figures>> measure(int rounds, List<String> ways) throws IOException {
        Map<String, List<Figures>> measured = new LinkedHashMap<>();
        try (RunningServer server = RunningServer.start()) {
            for (int round = 0; round < rounds; round++) {
                for (String way : ways) {
                    measured.computeIfAbsent(way, unseen -> new ArrayList<>()).add(once(way, server.baseUrl()));
                }
            }
        }
        return measured;
    }

    private static Figures once(String way, String baseUrl) {
        String[] parts = way.split(" ", 2);
        return Jmh.run(Jmh.of(CallBenchmark.class, "call")
                .param("layer", parts[0])
                .param("transport", parts[1])
                .jvmArgsAppend("-D" + CallBenchmark.BASE_URL + "=" + baseUrl));
    }
}
