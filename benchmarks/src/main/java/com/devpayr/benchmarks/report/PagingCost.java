package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.load.PagingRun;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.util.List;

/** The time per row of lists, read page by page with a small heap. */
final class PagingCost implements Section {
    private static final int LENGTHS = 4;

    @Override
    public String measure() throws IOException {
        Table table = new Table("licenses in the list", "time per row");
        try (StubServerProcess server = StubServerProcess.start();
                ChildProcess child = ChildProcess.start(PagingRun.class, List.of("-Xmx64m"), server.baseUrl())) {
            for (int i = 0; i < LENGTHS; i++) {
                List<String> words = child.words();
                table.row(words.get(0), words.get(1) + " µs");
            }
            return table + "\nWith `-Xmx64m`; the maximum heap usage was " + child.line() + " MB.\n";
        }
    }
}
