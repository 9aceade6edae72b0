package com.devpayr.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.report.SkippedTests.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the list permits tests that are skipped on Windows only there. */
class SkippedTestsListTest {
    private static final Pattern SOURCE = Pattern.compile(".*/src/test/java/(.*)\\.java");
    private static final Pattern NOT_ON_WINDOWS =
            Pattern.compile("@DisabledOnOs\\(OS\\.WINDOWS\\)[^{]*? void (\\w+)\\(");

    @Test
    void testsThatAreDisabledOnWindowsMustRunOnUnix() throws IOException {
        List<String> tests = disabledOnWindows();

        assertThat(tests).hasSizeGreaterThan(10);
        assertPermittedOnWindowsOnly(tests);
    }

    @Test
    void testsThatCountOpenFilesMustRunOnUnix() throws IOException {
        assertPermittedOnWindowsOnly(List.of(
                "com.devpayr.retrofit.LifecycleTest#closedClientsLeaveNoOpenFiles",
                "com.devpayr.vertx.LifecycleTest#closedClientsLeaveNoThreadsAndOpenFiles"));
    }

    private static void assertPermittedOnWindowsOnly(List<String> tests) throws IOException {
        SkippedTests list = SkippedTests.read(Path.of("src/test/resources/skipped-tests.txt"));
        List<TestReport> reports = tests.stream()
                .map(test -> new TestReport(test, 1, Set.of(), List.of(new TestReport.Skipped(test, "on Windows"))))
                .toList();

        assertThat(list.violations(reports, Set.of())).isEmpty();
        assertThat(list.violations(reports, Set.of(Requirement.UNIX))).hasSameSizeAs(tests);
    }

    private static List<String> disabledOnWindows() throws IOException {
        List<String> tests = new ArrayList<>();
        try (Stream<Path> sources = Files.find(Path.of(".."), 20, (path, kind) -> isSource(path))) {
            for (Path source : sources.sorted().toList()) {
                NOT_ON_WINDOWS
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(method -> tests.add(name(source, method)));
            }
        }
        return tests;
    }

    private static boolean isSource(Path path) {
        return SOURCE.matcher(path.toString()).matches();
    }

    private static String name(Path source, MatchResult method) {
        Matcher type = SOURCE.matcher(source.toString());
        if (!type.matches()) {
            throw new IllegalArgumentException(source + " is not a test");
        }
        return type.group(1).replace('/', '.') + "#" + method.group(1);
    }
}
