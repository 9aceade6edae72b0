package com.devpayr.resilience4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A report of the fault matrix as a Markdown table. */
final class FaultReport {
    private static final Path PLACE = Path.of("target", "fault-matrix.md");

    private final List<String> lines =
            new ArrayList<>(List.of("| fault | cells | failed | seconds |", "|---|---|---|---|"));
    private int cells;
    private int failed;
    private double seconds;

    void add(FaultRow row, int rowCells, int rowFailed, long nanos) {
        double rowSeconds = (double) nanos / TimeUnit.SECONDS.toNanos(1);
        lines.add(line(row.name(), rowCells, rowFailed, rowSeconds));
        cells += rowCells;
        failed += rowFailed;
        seconds += rowSeconds;
    }

    private static String line(String name, int cells, int failed, double seconds) {
        return "| %s | %d | %d | %.1f |".formatted(name, cells, failed, seconds);
    }

    /** Adds the totals and writes the report. */
    void write(Canaries canaries, Map<String, Long> logLines, int requestsElsewhere) throws IOException {
        lines.add(line("all", cells, failed, seconds));
        lines.add("");
        lines.add("Canaries: %d leaks in %d texts. Requests to another host: %d."
                .formatted(canaries.leaks().size(), canaries.texts(), requestsElsewhere));
        lines.add("");
        lines.add("Log lines read, by library: " + logLines);
        Files.createDirectories(PLACE.getParent());
        Files.write(PLACE, lines);
    }
}
