package com.devpayr.architecture.build;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of tests that may be skipped, and the skipped tests of a build that it does not permit. */
final class SkippedTests {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    /** A requirement of a test that may be missing. */
    enum Requirement {
        PLATFORM,
        JDK21,
        TOOL
    }

    /**
     * A test that may be skipped.
     *
     * @param number how often it may be skipped in one run of the tests of its module
     */
    private record Entry(Requirement requirement, int number, String test) {
        static Entry parse(String line) {
            String[] words = line.split(" ", -1);
            return new Entry(
                    Requirement.valueOf(words[0].toUpperCase(Locale.ROOT)), Integer.parseInt(words[1]), words[2]);
        }
    }

    private final Map<String, Entry> entries;

    private SkippedTests(Map<String, Entry> entries) {
        this.entries = entries;
    }

    static SkippedTests read(Path list) throws IOException {
        return of(Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    static SkippedTests of(List<String> lines) {
        return new SkippedTests(
                lines.stream().map(Entry::parse).collect(Collectors.toMap(Entry::test, entry -> entry)));
    }

    /** Returns what must be available here: a JDK with virtual threads if this is one, and programs if {@code CI=true}. */
    static Set<Requirement> requiredHere() {
        Set<Requirement> required = EnumSet.noneOf(Requirement.class);
        if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
            required.add(Requirement.JDK21);
        }
        if ("true".equals(System.getenv("CI"))) {
            required.add(Requirement.TOOL);
        }
        return required;
    }

    /**
     * Returns the skipped tests that are not permitted.
     *
     * @param required requirements that do not permit a test to be skipped
     */
    List<String> violations(List<TestReport> reports, Set<Requirement> required) {
        List<String> violations = new ArrayList<>();
        for (TestReport report : reports) {
            Map<String, List<TestReport.Skipped>> tests = report.skipped().stream()
                    .collect(groupingBy(TestReport.Skipped::test, LinkedHashMap::new, Collectors.toList()));
            tests.forEach((test, skipped) -> {
                int permitted = permitted(test, required);
                if (skipped.size() > permitted) {
                    violations.add("%s: %s: %d skipped, %d permitted: %s"
                            .formatted(
                                    report.module(),
                                    test,
                                    skipped.size(),
                                    permitted,
                                    skipped.get(0).reason()));
                }
            });
        }
        return violations;
    }

    private int permitted(String test, Set<Requirement> required) {
        Entry entry = entries.get(test);
        return entry == null || required.contains(entry.requirement()) ? 0 : entry.number();
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
