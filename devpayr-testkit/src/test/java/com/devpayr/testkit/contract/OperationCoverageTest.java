package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Tests which operations of a contract test count as verified. */
class OperationCoverageTest {
    private final Path folder;

    OperationCoverageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TestExecutionSummary run(String method) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectMethod(Sample.class, method))
                        .configurationParameter(OperationCoverage.FOLDER, folder.toString())
                        .build(),
                summary);
        return summary.getSummary();
    }

    private List<String> verified() throws IOException {
        return Files.readAllLines(folder.resolve("Sample.txt")).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void responseOfThePlatformCounts() throws IOException {
        assertThat(run("platformResponds").getTestsSucceededCount()).isEqualTo(1);

        assertThat(verified()).containsExactly("project.list");
    }

    @Test
    void stubResponseDoesNotCountAndFailsTheTest() throws IOException {
        assertThat(run("stubResponds").getFailures()).singleElement().satisfies(failure -> assertThat(
                        failure.getException())
                .hasMessageContaining("without a stub response")
                .hasMessageContaining("PROJECT_LIST"));

        assertThat(verified()).isEmpty();
    }

    @Test
    void operationThatIsOnlyCalledDoesNotCount() throws IOException {
        assertThat(run("resultIsNotChecked").getTestsSucceededCount()).isEqualTo(1);

        assertThat(verified()).isEmpty();
    }

    @Test
    void failedTestDoesNotCount() throws IOException {
        assertThat(run("checkFails").getTestsFailedCount()).isEqualTo(1);

        assertThat(verified()).isEmpty();
    }

    @Test
    void recordOfAnEarlierRunIsReplaced() throws IOException {
        run("platformResponds");
        run("resultIsNotChecked");

        assertThat(verified()).isEmpty();
    }

    @Test
    void everyOperationIsVerified() {
        assertThat(Stream.of(DevPayrContract.class.getMethods())
                        .map(method -> method.getAnnotation(Verifies.class))
                        .filter(verifies -> verifies != null)
                        .flatMap(verifies -> Stream.of(verifies.value())))
                .containsAll(Stream.of(Operation.values())
                        .filter(operation -> !operation.isRaw())
                        .toList());
    }

    /** Contract tests, run by the tests above. */
    static class Sample extends DevPayrContract {
        @Override
        protected DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config) {
            return fake.connect(config.build());
        }

        private void assertProjects(int count) {
            assertThat(backend().projects().list(PageRequest.first()).items()).hasSize(count);
        }

        @Test
        @Verifies(Operation.PROJECT_LIST)
        void platformResponds() {
            assertProjects(0);
        }

        @Test
        @Verifies(Operation.PROJECT_LIST)
        void stubResponds() {
            fake().stubNext(
                            Operation.PROJECT_LIST,
                            StubResponse.of(200).body("{\"data\":{\"data\":[],\"next_cursor\":null}}"));
            assertProjects(0);
        }

        @Test
        void resultIsNotChecked() {
            backend().projects().list(PageRequest.first());
        }

        @Test
        @Verifies(Operation.PROJECT_LIST)
        void checkFails() {
            assertProjects(1);
        }
    }
}
