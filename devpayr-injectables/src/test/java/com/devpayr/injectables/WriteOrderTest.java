package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static com.devpayr.injectables.TestDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of disk writes, by which a crash at any time loses nothing, and the closing of everything opened. */
class WriteOrderTest {
    private final Path root;
    private final TestDirectory disk;

    WriteOrderTest(@TempDir Path root) {
        this.root = root;
        this.disk = new TestDirectory(root);
    }

    private CallRecorder record(DecryptedInjectable... injectables) {
        CallRecorder recorder = new CallRecorder();
        recorder.rootedAt(root).process(List.of(injectables));
        return recorder;
    }

    @Test
    void syncsContentBeforeAndDirectoriesAfterEachMove() {
        disk.put("sub/b.txt", "theirs");

        assertThat(record(write("b", "sub/b.txt", "ours")).calls())
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
    void listsADirectoryAsOftenForManyTargetsAsForOne() {
        disk.put("one/old.txt", "old").put("many/old.txt", "old");
        long one = lists(record(write("a", "one/a.txt", "new")), "one");
        DecryptedInjectable[] injectables = IntStream.range(0, 50)
                .mapToObj(i -> write("slug" + i, "many/" + i + ".txt", "new"))
                .toArray(DecryptedInjectable[]::new);

        assertThat(lists(record(injectables), "many")).isEqualTo(one).isLessThanOrEqualTo(3);
    }

    private static long lists(CallRecorder recorder, String directory) {
        return recorder.calls().stream().filter((directory + " list")::equals).count();
    }

    @Test
    void syncsTheDirectoryAfterDeletingATarget() {
        record(write("b", "b.txt", "ours"));
        CallRecorder recorder = new CallRecorder();
        recorder.rootedAt(root).revert();

        assertThat(recorder.calls()).containsSubsequence("root deleteFile b.txt", "root sync");
    }

    @Test
    void closesEverythingItOpens() throws Exception {
        disk.put("outside/x", "x").put("taken", "a file");
        Files.createSymbolicLink(disk.path("link"), disk.path("outside"));
        CallRecorder recorder = new CallRecorder();
        FileProcessor files = recorder.rootedAt(root);
        files.withDryRun(true).process(List.of(write("a", "a.txt", "x")));
        files.process(List.of(
                write("a", "a.txt", "x"),
                write("b", "new/deep/b.txt", "x"),
                write("c", "link/c.txt", "x"),
                write("d", "taken/d.txt", "x")));
        files.process(List.of(append("a", "new/deep/b.txt", "y")));
        files.revert();

        assertThat(recorder.calls()).hasSizeGreaterThan(100);
        assertThat(recorder.open()).isZero();
    }

    @Test
    void writesNothingWhenNothingChanges() {
        assertThat(record().calls()).noneMatch(WriteOrderTest::writes);
        disk.put("a.txt", "theirs");
        record(write("a", "a.txt", "ours"));

        assertThat(record(write("a", "a.txt", "ours")).calls()).noneMatch(WriteOrderTest::writes);
    }

    private static boolean writes(String call) {
        return call.matches("\\S+ (createFile|move|createDirectory|deleteFile|deleteDirectory|setPermissions)( .*)?");
    }

    @Test
    void leavesATargetThatCannotBeBackedUp() {
        disk.put("a.txt", "theirs");
        CallRecorder recorder = new CallRecorder(call -> call.endsWith(" before-*") && call.contains(" move "));

        ApplyReport report =
                recorder.rootedAt(root).process(List.of(write("a", "a.txt", "ours"), write("b", "b.txt", "ours")));

        assertThat(report.rejected()).containsExactly(rejected("a", "a.txt", "written"));
        assertThat(disk.get("a.txt")).isEqualTo("theirs");
        assertThat(disk.get("b.txt")).isEqualTo("ours");
    }

    @Test
    void appliesTheOthersWhenATargetCannotBeReadOrWritten() {
        disk.put("a.txt", "theirs").put("c.txt", "theirs");
        CallRecorder recorder =
                new CallRecorder(call -> call.equals("root read a.txt") || call.endsWith(" move staged-* c.txt"));

        ApplyReport report = recorder.rootedAt(root)
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
        return InjectableOutcome.rejected(slug, target, "the target cannot be " + verb + " (IOException)");
    }
}
