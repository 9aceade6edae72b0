package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static com.devpayr.injectables.TestDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order the disk is written, so that no crash at any time loses anything; and what is left open: nothing. */
class WriteOrderTest {
    private final Path root;
    private final TestDirectory disk;

    WriteOrderTest(@TempDir Path root) {
        this.root = root;
        this.disk = new TestDirectory(root);
    }

    private CallRecorder watched(DecryptedInjectable... injectables) {
        CallRecorder watch = new CallRecorder();
        watch.below(root).process(List.of(injectables));
        return watch;
    }

    @Test
    void syncsContentBeforeAndDirectoriesAfterEachMove() {
        disk.put("sub/b.txt", "theirs");

        assertThat(watched(write("b", "sub/b.txt", "ours")).calls())
                .containsSubsequence(
                        "file write",
                        "file sync",
                        ".devpayr move staged-* before-*",
                        "file write",
                        "file sync",
                        ".devpayr move staged-* manifest",
                        ".devpayr sync",
                        "file write",
                        "file sync",
                        ".devpayr move staged-* b.txt",
                        "sub sync");
    }

    @Test
    void syncsTheDirectoryAfterDeletingATarget() {
        watched(write("b", "b.txt", "ours"));
        CallRecorder watch = new CallRecorder();
        watch.below(root).revert();

        assertThat(watch.calls()).containsSubsequence("root deleteFile b.txt", "root sync");
    }

    @Test
    void closesEverythingItOpens() throws Exception {
        disk.put("outside/x", "x").put("taken", "a file");
        Files.createSymbolicLink(disk.path("link"), disk.path("outside"));
        CallRecorder watch = new CallRecorder();
        FileProcessor files = watch.below(root);
        files.withDryRun(true).process(List.of(write("a", "a.txt", "x")));
        files.process(List.of(
                write("a", "a.txt", "x"),
                write("b", "new/deep/b.txt", "x"),
                write("c", "link/c.txt", "x"),
                write("d", "taken/d.txt", "x")));
        files.process(List.of(append("a", "new/deep/b.txt", "y")));
        files.revert();

        assertThat(watch.calls()).hasSizeGreaterThan(100);
        assertThat(watch.open()).isZero();
    }

    @Test
    void writesNothingWhenNothingChanges() {
        assertThat(watched().calls()).noneMatch(WriteOrderTest::writes);
        disk.put("a.txt", "theirs");
        watched(write("a", "a.txt", "ours"));

        assertThat(watched(write("a", "a.txt", "ours")).calls()).noneMatch(WriteOrderTest::writes);
    }

    private static boolean writes(String call) {
        return call.matches("\\S+ (createFile|move|createDirectory|deleteFile|deleteDirectory|setPermissions)( .*)?");
    }

    @Test
    void leavesATargetThatCannotBeBackedUp() {
        disk.put("a.txt", "theirs");
        CallRecorder watch = new CallRecorder(call -> call.endsWith(" before-*") && call.contains(" move "));

        ApplyReport report =
                watch.below(root).process(List.of(write("a", "a.txt", "ours"), write("b", "b.txt", "ours")));

        assertThat(report.rejected()).containsExactly(rejected("a", "a.txt", "written"));
        assertThat(disk.get("a.txt")).isEqualTo("theirs");
        assertThat(disk.get("b.txt")).isEqualTo("ours");
    }

    @Test
    void appliesTheOthersWhenATargetCannotBeReadOrWritten() {
        disk.put("a.txt", "theirs").put("c.txt", "theirs");
        CallRecorder watch =
                new CallRecorder(call -> call.equals("root read a.txt") || call.endsWith(" move staged-* c.txt"));

        ApplyReport report = watch.below(root)
                .process(
                        List.of(write("a", "a.txt", "ours"), write("b", "b.txt", "ours"), write("c", "c.txt", "ours")));

        assertThat(report.rejected())
                .containsExactlyInAnyOrder(rejected("a", "a.txt", "read"), rejected("c", "c.txt", "written"));
        assertThat(disk.files())
                .extractingFromEntries(Map.Entry::getKey)
                .containsExactly("", "a.txt", "b.txt", "c.txt");
        assertThat(disk.get("c.txt")).isEqualTo("theirs");
    }

    private static InjectableOutcome rejected(String slug, String target, String verb) {
        return new InjectableOutcome(
                slug, InjectableOutcome.Status.REJECTED, target, "its target cannot be " + verb + " (IOException)");
    }
}
