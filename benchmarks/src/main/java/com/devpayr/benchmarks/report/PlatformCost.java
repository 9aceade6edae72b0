package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.load.PlatformRun;
import java.io.IOException;
import java.util.List;

/** The cost of calls to the in-memory platform and the emulator, by number of licenses. */
final class PlatformCost implements Section {
    @Override
    public String measure() throws IOException {
        Table table = new Table("licenses", "in memory: fetch", "check", "emulator: fetch", "check");
        for (int licenses : List.of(100, 10_000, 1_000_000)) {
            try (ChildProcess child =
                    ChildProcess.start(PlatformRun.class, List.of("-Xmx6g"), Integer.toString(licenses))) {
                List<String> memory = child.words();
                List<String> emulator = child.words();
                table.row(
                        licenses,
                        memory.get(0) + " µs",
                        memory.get(1) + " µs",
                        emulator.get(0) + " µs",
                        emulator.get(1) + " µs");
            }
        }
        return table.toString();
    }
}
