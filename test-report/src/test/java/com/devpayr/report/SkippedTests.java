package com.devpayr.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.File;
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
        UNIX,
        JDK21,
        TOOL
    }

    /**
     * A test that may be skipped.
     *
     * @param number how often it may be skipped in one run of the tests of its module
     * @param reason empty if the reports contain one
     */
    private record Entry(Requirement requirement, int number, String test, String reason) {
        static Entry parse(String line) {
            String[] words = line.split(" ", 4);
            if (words.length < 4 && !words[2].contains("#")) {
                throw new IllegalArgumentException("Add a reason to the line '" + line
                        + "'. The reports contain none for a whole class or module.");
            }
            return new Entry(
                    Requirement.valueOf(words[0].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(words[1]),
                    words[2],
                    words.length < 4 ? "" : words[3]);
        }

        boolean includes(String other) {
            return other.equals(test) || other.startsWith(test + "#");
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

    /**
     * Returns what must be available here: Unix and a JDK with virtual threads if these are in use, and programs if
     * {@code CI=true}.
     */
    static Set<Requirement> requiredHere() {
        return required(File.separatorChar, Runtime.version().feature(), "true".equals(System.getenv("CI")));
    }

    static Set<Requirement> required(char separator, int jdk, boolean ci) {
        Set<Requirement> required = EnumSet.noneOf(Requirement.class);
        if (separator == '/') {
            required.add(Requirement.UNIX);
        }
        if (jdk >= FIRST_WITH_VIRTUAL_THREADS) {
            required.add(Requirement.JDK21);
        }
        if (ci) {
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
                            .formatted(report.module(), test, skipped.size(), permitted, reason(skipped.get(0))));
                }
            });
        }
        return violations;
    }

    private int permitted(String test, Set<Requirement> required) {
        Entry entry = entries.get(test);
        return entry == null || required.contains(entry.requirement()) ? 0 : entry.number();
    }

    /**
     * Returns the listed tests that require JDK 21 and that no module has run. Such a test has been renamed, or is not
     * selected.
     *
     * @param required nothing is returned if it does not contain JDK 21
     */
    List<String> notRun(List<TestReport> reports, Set<Requirement> required) {
        if (!required.contains(Requirement.JDK21)) {
            return List.of();
        }
        Set<String> run =
                reports.stream().flatMap(report -> report.run().stream()).collect(toSet());
        return entries.values().stream()
                .filter(entry -> entry.requirement() == Requirement.JDK21)
                .filter(entry -> run.stream().noneMatch(entry::includes))
                .map(entry -> entry.test() + ": requires JDK 21 and was not run on this one")
                .sorted()
                .toList();
    }

    /** Returns the reason of the report, and that of the list if there is one. */
    private String reason(TestReport.Skipped skipped) {
        Entry entry = entries.get(skipped.test());
        return entry == null || entry.reason().isEmpty()
                ? skipped.reason()
                : skipped.reason() + " (" + entry.reason() + ")";
    }

    /** Returns a table of the tests and skipped tests by module, with reasons. */
    String summary(List<TestReport> reports) {
        StringBuilder table = new StringBuilder();
        int tests = 0;
        int skipped = 0;
        for (TestReport report : reports) {
            table.append(line(report.module(), report.tests(), report.skipped().size()));
            report.skipped().forEach(one -> table.append("      SKIPPED ")
                    .append(one.test())
                    .append(": ")
                    .append(reason(one))
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
