package com.devpayr.architecture.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the skipped tests of some modules as {@link NothingIsSkippedSilentlyTest} does for all. {@code .ci/run} runs it in the
 * root directory after the tests on a second JDK, with that JDK.
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
        System.out.println(SkippedTests.summary(reports));
        List<String> violations = SkippedTests.read(
                        Path.of("architecture-tests", "src", "test", "resources", "skipped-tests.txt"))
                .violations(reports, SkippedTests.requiredHere());
        violations.forEach(violation -> System.err.println("FAILED: " + violation));
        System.exit(violations.isEmpty() ? 0 : 1);
    }
}
