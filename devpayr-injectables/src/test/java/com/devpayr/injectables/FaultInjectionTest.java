package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static com.devpayr.injectables.TestDirectory.inject;
import static com.devpayr.injectables.TestDirectory.prepend;
import static com.devpayr.injectables.TestDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.ConfigurationException;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Feature;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each call to the file system fails in turn, or the process dies at it. */
class FaultInjectionTest {
    private static final Configuration MEMORY = Configuration.unix().toBuilder()
            .setAttributeViews("basic", "owner", "posix", "unix")
            .setSupportedFeatures(Feature.LINKS, Feature.SYMBOLIC_LINKS, Feature.FILE_CHANNEL)
            .build();
    private static final String PAGE = "<!-- devpayr:begin banner -->\nas it was\n<!-- devpayr:end banner -->\n";
    private static final List<DecryptedInjectable> FIRST = List.of(
            write("old", "old.txt", "ours 1"),
            inject("banner", "page.html", "<b>1</b>"),
            append("moved", "here.txt", "part"),
            append("turned", "turned.txt", "part"),
            append("born", "conf/born.txt", "x=1"));
    private static final List<DecryptedInjectable> SECOND = List.of(
            write("old", "old.txt", "ours 2"),
            inject("banner", "page.html", "<b>2</b>"),
            prepend("moved", "there.txt", "part"),
            prepend("turned", "turned.txt", "part"),
            append("born", "conf/born.txt", "x=1"),
            write("deep", "deep/er/file.txt", "deep"));

    private interface SetUp {
        TestDirectory in(Path root);
    }

    private interface Run {
        ApplyReport on(FileProcessor files);
    }

    private static TestDirectory fresh(Path root) {
        return new TestDirectory(root)
                .put("old.txt", "theirs")
                .put("page.html", PAGE)
                .put("here.txt", "notes\n")
                .put("there.txt", "notes\n")
                .put("turned.txt", "notes\n")
                .put("bystander.txt", "not concerned");
    }

    private static TestDirectory applied(Path root) {
        TestDirectory disk = fresh(root);
        FileProcessor.rootedAt(root).process(FIRST).requireNoneRejected();
        return disk;
    }

    @ParameterizedTest
    @EnumSource
    void losesNoFileWhenApplyingFails(FaultInjector.Kind kind, TestReporter reporter) throws IOException {
        check(kind, "apply", FaultInjectionTest::fresh, files -> files.process(FIRST), reporter);
    }

    @ParameterizedTest
    @EnumSource
    void losesNoFileWhenApplyingAnotherSetFails(FaultInjector.Kind kind, TestReporter reporter) throws IOException {
        check(kind, "apply another set", FaultInjectionTest::applied, files -> files.process(SECOND), reporter);
    }

    @ParameterizedTest
    @EnumSource
    void losesNoFileWhenRevertingFails(FaultInjector.Kind kind, TestReporter reporter) throws IOException {
        check(kind, "revert", FaultInjectionTest::applied, FileProcessor::revert, reporter);
    }

    private static void check(FaultInjector.Kind kind, String what, SetUp setUp, Run run, TestReporter reporter)
            throws IOException {
        Undisturbed undisturbed = undisturbed(setUp, run);
        for (int chosen = 1; chosen <= undisturbed.calls; chosen++) {
            try (FileSystem memory = Jimfs.newFileSystem(MEMORY)) {
                oneFault(kind, chosen, setUp.in(memory.getPath("/root")), memory.getPath("/root"), run, undisturbed);
            } catch (AssertionError lost) {
                throw new AssertionError(what + ", call " + chosen + " of " + undisturbed.calls + " " + kind, lost);
            }
        }
        assertThat(undisturbed.calls).isGreaterThan(50);
        reporter.publishEntry(what + ", " + kind, undisturbed.calls + " calls failed, files lost: 0");
    }

    /** The number of calls of a run without faults, and the files after it. */
    private record Undisturbed(int calls, Map<String, String> files) {}

    private static Undisturbed undisturbed(SetUp setUp, Run run) throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(MEMORY)) {
            Path root = memory.getPath("/root");
            TestDirectory disk = setUp.in(root);
            FaultInjector none = FaultInjector.none();
            run.on(none.rootedAt(root)).requireNoneRejected();
            return new Undisturbed(none.calls(), disk.files());
        }
    }

    private static void oneFault(
            FaultInjector.Kind kind, int chosen, TestDirectory disk, Path root, Run run, Undisturbed undisturbed) {
        Map<String, String> before = disk.files();
        Map<String, String> completed = undisturbed.files;
        attempt(kind, chosen, root, run);
        Map<String, String> after = disk.files();

        after.keySet().removeIf(name -> name.startsWith(TargetTree.STAGED_DIRECTORY_PREFIX));
        assertThat(after)
                .allSatisfy(
                        (name, content) -> assertThat(content).as(name).isIn(before.get(name), completed.get(name)));
        assertThat(after.keySet())
                .containsAll(
                        before.keySet().stream().filter(completed::containsKey).toList());
        run.on(FileProcessor.rootedAt(root)).requireNoneRejected();
        assertThat(disk.files()).isEqualTo(completed);
        if (kind.dies()) {
            assertCompleted(disk, root, run);
        }
    }

    private static void attempt(FaultInjector.Kind kind, int chosen, Path root, Run run) {
        try {
            run.on(new FaultInjector(kind, chosen).rootedAt(root));
        } catch (FaultInjector.Death | ConfigurationException expected) {
            return;
        }
    }

    /** The completed run leaves no staged files, has nothing left to do, and can be reverted. */
    private static void assertCompleted(TestDirectory disk, Path root, Run run) {
        assertThat(disk.tree().keySet()).noneMatch(name -> name.contains("staged-"));
        assertThat(run.on(FileProcessor.rootedAt(root)).outcomes(InjectableOutcome.Status.WRITTEN))
                .isEmpty();
        FileProcessor.rootedAt(root).revert().requireNoneRejected();
        assertThat(disk.tree())
                .isEqualTo(fresh(root.resolveSibling("untouched")).tree());
    }

    /** The same on a real disk, with directories that the operating system holds open, at every seventh call. */
    @Tag("exhaustive")
    @Test
    void losesNoFileOnARealDisk(@TempDir Path directory) throws IOException {
        Path counted = directory.resolve("counted");
        applied(counted);
        FaultInjector none = FaultInjector.none();
        none.rootedAt(counted).process(SECOND);

        for (int chosen = 1; chosen <= none.calls(); chosen += 7) {
            Path root = Files.createDirectory(directory.resolve("root" + chosen));
            TestDirectory disk = applied(root);
            attempt(FaultInjector.Kind.DIES_AFTERWARDS, chosen, root, files -> files.process(SECOND));
            FileProcessor.rootedAt(root).process(SECOND).requireNoneRejected();
            assertThat(disk.files()).isEqualTo(new TestDirectory(counted).files());
            FileProcessor.rootedAt(root).revert().requireNoneRejected();
            assertThat(disk.tree()).doesNotContainKey(TargetPath.JOURNAL_DIRECTORY);
            assertThat(disk.get("old.txt")).isEqualTo("theirs");
        }
    }
}
