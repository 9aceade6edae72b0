package com.devpayr.architecture.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the check of skipped tests with reports as Maven writes them. */
class SkippedTestsTest {
    private static final SkippedTests PERMITTED =
            SkippedTests.of(List.of("platform 2 a.B#onWindows", "tool 1 a.Browser", "jdk21 1 a.B#virtual"));

    private static List<TestReport> report(Path folder, String... testcases) throws IOException {
        writeReport(
                folder,
                "a.B",
                "<testsuite tests=\"7\">" + String.join("", testcases)
                        + "<testcase name=\"ok\" classname=\"a.B\"/></testsuite>");
        return TestReport.readAll(folder);
    }

    private static void writeReport(Path folder, String type, String report) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("module/target/surefire-reports"));
        Files.writeString(directory.resolve("TEST-" + type + ".xml"), report);
    }

    private static String skipped(String type, String method) {
        return "<testcase name=\"" + method + "\" classname=\"" + type
                + "\"><skipped type=\"x\"><![CDATA[org.x.AbortedException: Assumption failed: no\n at y]]></skipped></testcase>";
    }

    /** Reports a class with a failed assumption in {@code @BeforeAll}, as Maven does. */
    private static void skipBrowser(Path folder) throws IOException {
        writeReport(folder, "a.Browser", "<testsuite name=\"a.Browser\" tests=\"0\" skipped=\"0\"/>");
    }

    @Test
    void permitsListedTests(@TempDir Path folder) throws IOException {
        skipBrowser(folder);
        List<TestReport> reports = report(folder, skipped("a.B", "onWindows(Path)[2]"), skipped("a.B", "virtual"));

        assertThat(PERMITTED.violations(reports, Set.of())).isEmpty();
        assertThat(SkippedTests.summary(reports))
                .contains(
                        "7 tests    3 skipped  module",
                        "SKIPPED a.B#onWindows: Assumption failed: no",
                        "SKIPPED a.Browser: none of its tests was run");
    }

    @Test
    void rejectsOtherTests(@TempDir Path folder) throws IOException {
        List<TestReport> reports = report(folder, skipped("a.B", "another"), skipped("a.C", "onWindows"));

        assertThat(PERMITTED.violations(reports, Set.of()))
                .containsExactly(
                        "module: a.B#another: 1 skipped, 0 permitted: Assumption failed: no",
                        "module: a.C#onWindows: 1 skipped, 0 permitted: Assumption failed: no");
    }

    @Test
    void rejectsAClassWithoutARunTest(@TempDir Path folder) throws IOException {
        writeReport(folder, "a.C", "<testsuite name=\"a.C\" tests=\"0\" skipped=\"0\"/>");

        assertThat(PERMITTED.violations(TestReport.readAll(folder), Set.of()))
                .containsExactly("module: a.C: 1 skipped, 0 permitted: none of its tests was run");
    }

    @Test
    void rejectsMoreSkippedTestsThanListed(@TempDir Path folder) throws IOException {
        String[] three = {
            skipped("a.B", "onWindows(Path)[1]"), skipped("a.B", "onWindows(Path)[2]"), skipped("a.B", "onWindows")
        };

        assertThat(PERMITTED.violations(report(folder, three), Set.of()))
                .containsExactly("module: a.B#onWindows: 3 skipped, 2 permitted: Assumption failed: no");
    }

    @Test
    void rejectsTestsWhoseRequirementMustBeAvailable(@TempDir Path folder) throws IOException {
        skipBrowser(folder);
        List<TestReport> reports = report(folder, skipped("a.B", "onWindows"), skipped("a.B", "virtual"));

        assertThat(PERMITTED.violations(reports, Set.of(SkippedTests.Requirement.TOOL)))
                .containsExactly("module: a.Browser: 1 skipped, 0 permitted: none of its tests was run");
        assertThat(PERMITTED.violations(reports, Set.of(SkippedTests.Requirement.JDK21)))
                .containsExactly("module: a.B#virtual: 1 skipped, 0 permitted: Assumption failed: no");
    }
}
