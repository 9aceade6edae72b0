package com.devpayr.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks the skipped tests of some modules as {@link NothingIsSkippedSilentlyTest} does for all, and that the tests that require
 * JDK 21 were run. {@code .ci/run} runs it in the root directory after the tests on a second JDK, with that JDK.
 */
final class SkippedTestsOfModules {
    private SkippedTestsOfModules() {}

    /** Takes the directories of the modules. Those without tests have no reports. */
    public static void main(String[] modules) throws IOException {
        List<TestReport> reports = new ArrayList<>();
        for (String module : modules) {
            Path directory = Path.of(module, "target", "surefire-reports");
            if (Files.isDirectory(directory)) {
                reports.add(TestReport.read(module, directory));
            }
        }
        SkippedTests permitted =
                SkippedTests.read(Path.of("test-report", "src", "test", "resources", "skipped-tests.txt"));
        System.out.println(permitted.summary(reports));
        List<String> violations = violations(permitted, reports, SkippedTests.requiredHere());
        violations.forEach(violation -> System.err.println("FAILED: " + violation));
        System.exit(violations.isEmpty() ? 0 : 1);
    }

    /**
     * Returns the skipped tests that are not permitted, and the listed ones that require JDK 21 and were not run. The latter
     * are the purpose of a second JDK, and Maven does not report a pattern that matches no test.
     */
    static List<String> violations(
            SkippedTests permitted, List<TestReport> reports, Set<SkippedTests.Requirement> required) {
        List<String> violations = new ArrayList<>(permitted.violations(reports, required));
        violations.addAll(permitted.notRun(reports, required));
        return violations;
    }
}
