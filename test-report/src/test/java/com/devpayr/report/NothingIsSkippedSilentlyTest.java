package com.devpayr.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Prints the number of tests and the skipped tests of every module, and fails if a test was skipped that is not listed in
 * {@code skipped-tests.txt}, was skipped more often than listed there, or requires something that must be available here, such as a
 * program with {@code CI=true}. Runs after all other tests.
 */
class NothingIsSkippedSilentlyTest {
    @Test
    void onlyListedTestsAreSkipped() throws IOException {
        List<TestReport> reports = TestReport.readAll(Path.of(".."));
        SkippedTests permitted = SkippedTests.read(Path.of("src/test/resources/skipped-tests.txt"));

        System.out.println(permitted.summary(reports));

        assertThat(permitted.violations(reports, SkippedTests.requiredHere()))
                .as("skipped tests; add one to src/test/resources/skipped-tests.txt if it cannot run everywhere")
                .isEmpty();
    }
}
