package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static com.devpayr.injectables.TestDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.error.ConfigurationException;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside the root is touched, and a rejected injectable leaves no trace inside it. */
class ContainmentTest {
    private final TestDirectory around;
    private final TestDirectory disk;
    private final FileProcessor files;

    ContainmentTest(@TempDir Path directory) {
        around = new TestDirectory(directory);
        disk = new TestDirectory(directory.resolve("root"));
        files = FileProcessor.rootedAt(directory.resolve("root"));
    }

    @BeforeEach
    void createFiles() {
        around.put("outside/secret.txt", "secret");
        disk.put("a.txt", "a").put("sub/b.txt", "b");
    }

    private void assertRejected(DecryptedInjectable... injectables) {
        Map<String, String> before = around.tree();

        ApplyReport report = files.process(List.of(injectables));

        assertThat(report.rejected())
                .hasSize(injectables.length)
                .allSatisfy(outcome -> assertThat(outcome.reason()).isNotBlank().doesNotContain("CONTENT"));
        assertThat(around.tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "//server/share/x",
                "..",
                "../outside/secret.txt",
                "sub/../../outside/secret.txt",
                "sub/..",
                "sub/./b.txt",
                ".",
                "sub//b.txt",
                "sub/",
                "\\\\server\\share\\x",
                "..\\outside\\secret.txt",
                "C:\\Windows\\x",
                "C:x",
                "c:/x",
                "a.txt:stream",
                "a.txt\0.png",
                "a\nb",
                "a\u202etxt.b",
                "a\u200bb",
                "a\ud800b",
                "CON",
                "sub/nul.txt",
                "com1",
                "LPT9.log",
                "COM¹",
                "trailing.",
                "trailing ",
                " leading",
                "sub /b.txt",
                "PROGRA~1/x",
                "what?",
                "star*",
                "<x>",
                "a|b",
                ".devpayr/manifest",
                ".DEVPAYR/manifest",
                ".devpayr-folder-1/x",
                "．devpayr/manifest",
            })
    void rejectsPathsThatAreNotPlainRelativePaths(String target) {
        assertRejected(write("x", target, "CONTENT"), append("y", target, "CONTENT"));
    }

    @Test
    void rejectsPathsThatAreTooLongOrTooDeep() {
        assertRejected(write("a", "x".repeat(256), "CONTENT"));
        assertRejected(write("b", "é".repeat(128), "CONTENT"));
        assertRejected(write("c", "x/".repeat(600) + "x", "CONTENT"));
        assertRejected(write("d", "x/".repeat(32) + "x", "CONTENT"));
    }

    @Test
    void acceptsPathsAtTheLimits() throws InjectableRejectedException {
        String deepest = "x/".repeat(31) + "x";

        assertThat(TargetPath.parse("x".repeat(255))).hasToString("x".repeat(255));
        assertThat(TargetPath.parse(deepest)).hasToString(deepest);
        assertThat(TargetPath.parse(("x".repeat(203) + "/").repeat(5) + "xxxx").toString())
                .hasSize(1024);
    }

    @Test
    void isInsideExcludesTheDirectoryItself() throws InjectableRejectedException {
        TargetPath directory = TargetPath.parse("a/b");

        assertThat(TargetPath.parse("a/b/c").isInside(directory)).isTrue();
        assertThat(TargetPath.parse("a/b").isInside(directory)).isFalse();
        assertThat(TargetPath.parse("a/c/b").isInside(directory)).isFalse();
        assertThat(TargetPath.parse("a").isInside(directory)).isFalse();
    }

    @Test
    void rejectsAMissingTargetPath() {
        assertRejected(DecryptedInjectable.builder("x", InjectableType.FILE, InjectableMode.WRITE)
                .content(new byte[1])
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "a/b", "-->", "a\u0000"})
    void rejectsSlugsThatMarkersCannotHold(String slug) {
        assertRejected(append(slug, "a.txt", "CONTENT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.txt", "Sub/c.txt", "SUB/b.txt", "sub/B.txt", "ａ.txt"})
    void rejectsNamesThatDifferFromExistingOnesOnlyByCaseOrForm(String target) {
        assertRejected(write("x", target, "CONTENT"));
    }

    @Test
    void treatsComposedAndDecomposedNamesAsEqual() {
        disk.put("caf\u00e9.txt", "x");

        assertRejected(write("x", "cafe\u0301.txt", "CONTENT"));
    }

    @Test
    void rejectsAllConflictingTargetsOfASet() {
        assertRejected(write("a", "new/X.txt", "CONTENT"), write("b", "new/x.txt", "CONTENT"));
        assertRejected(write("a", "New/x.txt", "CONTENT"), write("b", "new/y.txt", "CONTENT"));
        assertRejected(write("a", "stra\u00dfe", "CONTENT"), write("b", "STRASSE", "CONTENT"));
        assertRejected(write("a", "x", "CONTENT"), write("b", "x", "CONTENT"));
        assertRejected(write("a", "x", "CONTENT"), write("b", "x/y", "CONTENT"));
        assertRejected(write("a", "x", "CONTENT"), write("a", "y", "CONTENT"));
    }

    @Test
    void rejectsSymbolicLinksAnywhereOnThePath() throws Exception {
        Files.createSymbolicLink(disk.path("link"), around.path("outside"));
        Files.createSymbolicLink(disk.path("sub/link.txt"), around.path("outside/secret.txt"));
        Files.createSymbolicLink(disk.path("inner"), disk.path("sub"));
        Files.createSymbolicLink(disk.path("dangling"), around.path("nowhere"));

        assertRejected(
                write("a", "link/secret.txt", "CONTENT"),
                write("b", "link/new.txt", "CONTENT"),
                write("c", "sub/link.txt", "CONTENT"),
                append("d", "sub/link.txt", "CONTENT"),
                write("e", "inner/b.txt", "CONTENT"),
                write("f", "dangling", "CONTENT"),
                write("g", "dangling/x", "CONTENT"));
    }

    @Test
    void rejectsAJournalDirectoryThatIsALink() throws Exception {
        Files.createSymbolicLink(disk.path(".devpayr"), around.path("outside"));
        Map<String, String> before = around.tree();

        assertThatThrownBy(() -> files.process(List.of(write("a", "a.txt", "CONTENT"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(".devpayr");
        assertThat(around.tree()).isEqualTo(before);
    }

    @Test
    void rejectsADirectoryAsTargetAndAFileAsParent() {
        assertRejected(write("a", "sub", "CONTENT"), write("b", "a.txt/x", "CONTENT"));
    }

    @Test
    void rejectsAPipe() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", disk.path("pipe").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "mkfifo is not installed");

        ApplyReport report = files.process(List.of(write("a", "pipe", "CONTENT"), append("b", "pipe", "CONTENT")));

        assertThat(report.rejected()).hasSize(2);
        assertThat(Files.readAttributes(disk.path("pipe"), java.nio.file.attribute.BasicFileAttributes.class)
                        .isOther())
                .isTrue();
    }

    @Test
    void replacesAHardLinkWithoutTouchingTheOtherFile() throws Exception {
        Files.createLink(disk.path("hard.txt"), around.path("outside/secret.txt"));

        files.process(List.of(write("a", "hard.txt", "CONTENT")));

        assertThat(disk.get("hard.txt")).isEqualTo("CONTENT");
        assertThat(around.get("outside/secret.txt")).isEqualTo("secret");
    }

    @Test
    void doesNotReadATargetOfOneGigabyte() throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(disk.path("big.txt").toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }

        ApplyReport report = files.process(List.of(append("a", "big.txt", "CONTENT"), write("b", "big.txt", "x")));

        assertThat(report.rejected()).hasSize(2);
        assertThat(disk.path("big.txt")).hasSize(1L << 30);
        assertThat(disk.path(".devpayr")).doesNotExist();
    }

    @Test
    void keepsAFileWithTheNameOfATemporaryDirectory() {
        String name = TargetTree.STAGED_DIRECTORY_PREFIX + "0";
        disk.put(name, "mine");

        files.process(List.of(write("x", "new.txt", "CONTENT")));

        assertThat(disk.get(name)).isEqualTo("mine");
        assertThat(disk.get("new.txt")).isEqualTo("CONTENT");
    }

    @Test
    void failsWhenTheRootIsMissingOrAFile() {
        assertThatThrownBy(() -> FileProcessor.rootedAt(disk.path("missing")).process(List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> FileProcessor.rootedAt(disk.path("a.txt")).process(List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a.txt");
    }

    @Test
    void acceptsARootBehindALink() throws Exception {
        Files.createSymbolicLink(around.path("way"), disk.path("."));

        FileProcessor.rootedAt(around.path("way"))
                .process(List.of(write("a", "a.txt", "new")))
                .requireNoneRejected();

        assertThat(disk.get("a.txt")).isEqualTo("new");
    }

    @Test
    void reportsDoNotShowContent() {
        DecryptedInjectable injectable = write("a", "a.txt", "CONTENT");
        ApplyReport report = files.process(
                List.of(injectable, TestDirectory.injectable("b", InjectableMode.STREAM, "x", "CONTENT")));

        assertThat(report.toString()).doesNotContain("CONTENT");
        assertThat(injectable).hasToString("DecryptedInjectable[a, snippet, write, a.txt, 7 bytes]");
    }

    @Test
    void plansDoNotShowContent() throws InjectableRejectedException {
        CurrentFile current = CurrentFile.of("CONTENT".getBytes(StandardCharsets.US_ASCII), "rw-------");
        FileChange change =
                new FileChange(TargetPath.parse("a.txt"), current, "CONTENT", "", null, null, "CONTENT", List.of());

        assertThat(current.toString()).startsWith("CurrentFile[").doesNotContain("CONTENT");
        assertThat(change).hasToString("FileChange[a.txt, []]");
        assertThat(new MarkedPart("banner", MarkedPart.Kind.INJECT, "CONTENT"))
                .hasToString("MarkedPart[banner, INJECT]");
    }
}
