package com.devpayr.architecture.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of tests that may be skipped, and the skipped tests of a build that it does not permit. */
final class SkippedTests {
    private static final String TOOL = "tool ";
    private static final String PLATFORM = "platform ";

    private final List<String> lines;

    private SkippedTests(List<String> lines) {
        this.lines = lines;
    }

    static SkippedTests read(Path list) throws IOException {
        return of(Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    static SkippedTests of(List<String> lines) {
        return new SkippedTests(lines);
    }

    /**
     * Returns the skipped tests that are not permitted.
     *
     * @param toolsRequired whether every program that a test requires must be installed
     */
    List<String> violations(List<TestReport> reports, boolean toolsRequired) {
        List<String> violations = new ArrayList<>();
        for (TestReport report : reports) {
            for (TestReport.Skipped skipped : report.skipped()) {
                if (!contains(PLATFORM, skipped.test()) && (toolsRequired || !contains(TOOL, skipped.test()))) {
                    violations.add(report.module() + ": " + skipped.test() + ": " + skipped.reason());
                }
            }
        }
        return violations;
    }

    private boolean contains(String kind, String test) {
        String everyMethod = test.substring(0, test.indexOf('#')) + "#*";
        return lines.contains(kind + test) || lines.contains(kind + everyMethod);
    }

    /** Returns a table of the tests and skipped tests by module, with reasons. */
    static String summary(List<TestReport> reports) {
        StringBuilder table = new StringBuilder();
        int tests = 0;
        int skipped = 0;
        for (TestReport report : reports) {
            table.append(line(report.module(), report.tests(), report.skipped().size()));
            report.skipped().forEach(one -> table.append("      SKIPPED ")
                    .append(one.test())
                    .append(": ")
                    .append(one.reason())
                    .append('\n'));
            tests += report.tests();
            skipped += report.skipped().size();
        }
        return table.append(line("all", tests, skipped)).toString();
    }

    private static String line(String module, int tests, int skipped) {
        return String.format("%7d tests %4d skipped  %s%n", tests, skipped, module);
    }
}
