package com.devpayr.report;

import static com.devpayr.report.SkippedTests.Requirement.JDK21;
import static com.devpayr.report.SkippedTests.Requirement.TOOL;
import static com.devpayr.report.SkippedTests.Requirement.UNIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the check of skipped tests with reports as Maven writes them. */
class SkippedTestsTest {
    private static final SkippedTests PERMITTED = SkippedTests.of(List.of(
            "platform 2 a.B#dependsOnTheSystem",
            "unix 2 a.B#permissions",
            "tool 1 a.Browser requires Chromium",
            "jdk21 1 a.B#virtual"));

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

    private static void writePom(Path folder, String module, String property) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(module));
        Files.writeString(directory.resolve("pom.xml"), "<project><properties>" + property + "</properties></project>");
    }

    private static String run(String type, String method) {
        return "<testcase name=\"" + method + "\" classname=\"" + type + "\"/>";
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
        List<TestReport> reports = report(folder, skipped("a.B", "permissions(Path)[2]"), skipped("a.B", "virtual"));

        assertThat(PERMITTED.violations(reports, Set.of())).isEmpty();
        assertThat(PERMITTED.summary(reports))
                .contains(
                        "7 tests    3 skipped  module",
                        "SKIPPED a.B#permissions: Assumption failed: no\n",
                        "SKIPPED a.Browser: none of its tests was run (requires Chromium)\n");
    }

    @Test
    void rejectsOtherTests(@TempDir Path folder) throws IOException {
        List<TestReport> reports = report(folder, skipped("a.B", "another"), skipped("a.C", "permissions"));

        assertThat(PERMITTED.violations(reports, Set.of()))
                .containsExactly(
                        "module: a.B#another: 1 skipped, 0 permitted: Assumption failed: no",
                        "module: a.C#permissions: 1 skipped, 0 permitted: Assumption failed: no");
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
            skipped("a.B", "permissions(Path)[1]"),
            skipped("a.B", "permissions(Path)[2]"),
            skipped("a.B", "permissions")
        };

        assertThat(PERMITTED.violations(report(folder, three), Set.of()))
                .containsExactly("module: a.B#permissions: 3 skipped, 2 permitted: Assumption failed: no");
    }

    @Test
    void rejectsTestsWhoseRequirementMustBeAvailable(@TempDir Path folder) throws IOException {
        skipBrowser(folder);
        List<TestReport> reports = report(
                folder, skipped("a.B", "dependsOnTheSystem"), skipped("a.B", "permissions"), skipped("a.B", "virtual"));

        assertThat(PERMITTED.violations(reports, Set.of(TOOL)))
                .containsExactly(
                        "module: a.Browser: 1 skipped, 0 permitted: none of its tests was run (requires Chromium)");
        assertThat(PERMITTED.violations(reports, Set.of(JDK21)))
                .containsExactly("module: a.B#virtual: 1 skipped, 0 permitted: Assumption failed: no");
        assertThat(PERMITTED.violations(reports, Set.of(UNIX)))
                .containsExactly("module: a.B#permissions: 1 skipped, 0 permitted: Assumption failed: no");
    }

    @Test
    void requirementsDependOnTheSystemTheJdkAndTheBuild() {
        assertThat(SkippedTests.required('/', 17, false)).containsExactly(UNIX);
        assertThat(SkippedTests.required('\\', 21, false)).containsExactly(JDK21);
        assertThat(SkippedTests.required('\\', 20, true)).containsExactly(TOOL);
        assertThat(SkippedTests.requiredHere().contains(UNIX)).isEqualTo(File.separatorChar == '/');
    }

    @Test
    void listGivesTheReasonForAWholeClassOrModule() {
        assertThatThrownBy(() -> SkippedTests.of(List.of("tool 1 a.Browser")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Add a reason to the line 'tool 1 a.Browser'");
    }

    @Test
    void reportsModulesWhosePomSkipsTheirTests(@TempDir Path folder) throws IOException {
        writePom(folder, "measurements", "<skipTests>true</skipTests>");
        writePom(folder, "it/skipped", "<maven.test.skip>true</maven.test.skip>");
        writePom(folder, "it/without-tests", "<skipTests>false</skipTests>");
        writePom(folder, "module", "<skipTests>true</skipTests>"); // -DskipTests=false overrides it
        SkippedTests list = SkippedTests.of(List.of("platform 1 measurements run with -Pmeasure"));

        List<TestReport> reports = report(folder);

        assertThat(list.summary(reports))
                .containsOnlyOnce("0 tests    1 skipped  measurements")
                .contains("SKIPPED measurements: skipTests is true in its POM (run with -Pmeasure)\n")
                .contains("7 tests    0 skipped  module")
                .doesNotContain("without-tests");
        assertThat(list.violations(reports, Set.of()))
                .containsExactly("it/skipped: it/skipped: 1 skipped, 0 permitted: maven.test.skip is true in its POM");
    }

    @Test
    void aSecondJdkRunsEveryTestThatRequiresJdk21(@TempDir Path folder) throws IOException {
        List<TestReport> renamed = report(folder, run("a.B", "virtualThreads"), run("a.C", "virtual"));

        assertThat(SkippedTestsOfModules.violations(PERMITTED, renamed, Set.of(JDK21)))
                .containsExactly("a.B#virtual: requires JDK 21 and was not run on this one");
        assertThat(SkippedTestsOfModules.violations(PERMITTED, renamed, Set.of(UNIX)))
                .isEmpty();
    }

    @Test
    void aSkippedTestIsNotRun(@TempDir Path folder) throws IOException {
        assertThat(PERMITTED.notRun(report(folder, skipped("a.B", "virtual")), Set.of(JDK21)))
                .hasSize(1);
    }

    @Test
    void aTestWithArgumentsIsRun(@TempDir Path folder) throws IOException {
        List<TestReport> reports = report(folder, run("a.B", "virtual(Path)[1]"));

        assertThat(SkippedTestsOfModules.violations(PERMITTED, reports, Set.of(JDK21)))
                .isEmpty();
    }
}
