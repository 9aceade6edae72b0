package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.jmh.CallBenchmark;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures variants of a call alternately. Each round runs all variants once, so that other load affects them equally and ratios
 * can be calculated within a round.
 */
final class CallRounds {
    private CallRounds() {}

    /**
     * Runs the measurement.
     *
     * @param variants each in the form {@code layer transport}
     * @return one result per round, by variant
     */
    static Map<String, List<Measurements>> measure(int rounds, List<String> variants) throws IOException {
        Map<String, List<Measurements>> measured = new LinkedHashMap<>();
        try (StubServerProcess server = StubServerProcess.start()) {
            for (int round = 0; round < rounds; round++) {
                for (String variant : variants) {
                    measured.computeIfAbsent(variant, unseen -> new ArrayList<>())
                            .add(once(variant, server.baseUrl()));
                }
            }
        }
        return measured;
    }

    /** Measures a variant once. */
    static Measurements once(String variant, String baseUrl) {
        String[] parts = variant.split(" ", 2);
        return Jmh.run(Jmh.of(CallBenchmark.class, "call")
                .param("layer", parts[0])
                .param("transport", parts[1])
                .jvmArgsAppend("-D" + CallBenchmark.BASE_URL + "=" + baseUrl));
    }
}
