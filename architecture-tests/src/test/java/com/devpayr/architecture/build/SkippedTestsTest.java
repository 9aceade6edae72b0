package com.devpayr.architecture.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the check of skipped tests with reports as Maven writes them. */
class SkippedTestsTest {
    private static final SkippedTests PERMITTED =
            SkippedTests.of(List.of("platform a.B#onWindows", "tool a.Browser#*"));

    private static List<TestReport> report(Path folder, String... testcases) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("module/target/surefire-reports"));
        Files.writeString(
                directory.resolve("TEST-a.B.xml"),
                "<testsuite tests=\"7\">" + String.join("", testcases)
                        + "<testcase name=\"ok\" classname=\"a.B\"/></testsuite>");
        return TestReport.readAll(folder);
    }

    private static String skipped(String type, String method) {
        return "<testcase name=\"" + method + "\" classname=\"" + type
                + "\"><skipped type=\"x\"><![CDATA[org.x.AbortedException: Assumption failed: no\n at y]]></skipped></testcase>";
    }

    @Test
    void permitsListedTests(@TempDir Path folder) throws IOException {
        List<TestReport> reports = report(folder, skipped("a.B", "onWindows(Path)[2]"), skipped("a.Browser", ""));

        assertThat(PERMITTED.violations(reports, false)).isEmpty();
        assertThat(SkippedTests.summary(reports))
                .contains("7 tests    2 skipped  module", "SKIPPED a.B#onWindows: Assumption failed: no");
    }

    @Test
    void rejectsOtherTests(@TempDir Path folder) throws IOException {
        List<TestReport> reports = report(folder, skipped("a.B", "another"), skipped("a.C", "onWindows"));

        assertThat(PERMITTED.violations(reports, false))
                .containsExactly(
                        "module: a.B#another: Assumption failed: no", "module: a.C#onWindows: Assumption failed: no");
    }

    @Test
    void rejectsTestsWithoutTheirToolIfToolsAreRequired(@TempDir Path folder) throws IOException {
        List<TestReport> reports = report(folder, skipped("a.Browser", "pages"), skipped("a.B", "onWindows"));

        assertThat(PERMITTED.violations(reports, true))
                .containsExactly("module: a.Browser#pages: Assumption failed: no");
    }
}
