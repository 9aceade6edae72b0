package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static com.devpayr.injectables.TestDirectory.inject;
import static com.devpayr.injectables.TestDirectory.injectable;
import static com.devpayr.injectables.TestDirectory.prepend;
import static com.devpayr.injectables.TestDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileModesTest {
    private static final String PAGE =
            "<p>\n<!-- devpayr:begin banner -->\nnothing yet\n<!-- devpayr:end banner -->\n</p>\n";

    private final TestDirectory disk;
    private final FileProcessor files;

    FileModesTest(@TempDir Path root) {
        disk = new TestDirectory(root);
        files = FileProcessor.rootedAt(root);
    }

    private List<InjectableOutcome.Status> apply(DecryptedInjectable... injectables) {
        return files.process(List.of(injectables)).outcomes().stream()
                .map(InjectableOutcome::status)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "replace"})
    void writesTheWholeFile(String mode) {
        disk.put("old.txt", "old");

        assertThat(apply(
                        injectable("a", new InjectableMode(mode), "old.txt", "new"),
                        injectable("b", new InjectableMode(mode), "deep/er/new.txt", "other")))
                .containsOnly(InjectableOutcome.Status.WRITTEN);
        assertThat(disk.get("old.txt")).isEqualTo("new");
        assertThat(disk.get("deep/er/new.txt")).isEqualTo("other");
    }

    @Test
    void keepsContentByteForByte() throws Exception {
        byte[] content = new byte[512];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        files.process(List.of(DecryptedInjectable.builder("logo", InjectableType.FILE, InjectableMode.WRITE)
                .targetPath("logo.bin")
                .content(content)
                .build()));

        assertThat(Files.readAllBytes(disk.path("logo.bin"))).isEqualTo(content);
    }

    @Test
    void appendsBetweenMarkersInTheCommentSyntaxOfTheFile() {
        disk.put("app.css", "body {}");

        apply(append("dark", "app.css", "p {}"));

        assertThat(disk.get("app.css"))
                .isEqualTo("body {}\n/* devpayr:part dark */\np {}\n/* devpayr:part-end dark */\n");
    }

    @Test
    void prependsAfterShebangAndByteOrderMark() {
        disk.put("run.sh", "#!/bin/sh\necho hi\n").put("page.html", "<p>\n").put("bom.txt", "\ufeffx\n");

        apply(prepend("a", "run.sh", "set -e"), prepend("b", "page.html", "<b>\n"), prepend("c", "bom.txt", "y"));

        assertThat(disk.get("run.sh"))
                .isEqualTo("#!/bin/sh\n# devpayr:part a\nset -e\n# devpayr:part-end a\necho hi\n");
        assertThat(disk.get("page.html")).isEqualTo("<!-- devpayr:part b -->\n<b>\n<!-- devpayr:part-end b -->\n<p>\n");
        assertThat(disk.get("bom.txt")).startsWith("\ufeff# devpayr:part c\ny\n");
    }

    @Test
    void injectsBetweenTheNamedMarkers() {
        disk.put("page.html", PAGE);

        apply(inject("banner", "page.html", "<b>Pro</b>"));

        assertThat(disk.get("page.html")).isEqualTo(PAGE.replace("nothing yet", "<b>Pro</b>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no markers\n",
                "<!-- devpayr:begin banner -->\n",
                "<!-- devpayr:end banner -->\n",
                "<!-- devpayr:end banner -->\n<!-- devpayr:begin banner -->\n",
                "<!-- devpayr:begin banner --> <!-- devpayr:end banner -->\n",
                "<!-- devpayr:begin banner -->\n<!-- devpayr:begin banner -->\n<!-- devpayr:end banner -->\n",
                "<!-- devpayr:begin banner -->\n<!-- devpayr:begin other -->\n<!-- devpayr:end banner -->\n",
                "<!-- devpayr:begin banner2 -->\n<!-- devpayr:end banner2 -->\n"
            })
    void rejectsInjectWithoutExactlyOnePairOfMarkers(String page) {
        disk.put("page.html", page);
        Map<String, String> before = disk.tree();

        assertThat(apply(inject("banner", "page.html", "<b>"))).containsExactly(InjectableOutcome.Status.REJECTED);
        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void applyingTheSameSetAgainChangesNothing() throws Exception {
        disk.put("page.html", PAGE).put("notes.txt", "mine\n");
        DecryptedInjectable[] set = {
            inject("banner", "page.html", "<b>Pro</b>"),
            append("foot", "page.html", "<i>foot</i>"),
            prepend("head", "page.html", "<i>head</i>"),
            append("zwei", "notes.txt", "2"),
            append("eins", "notes.txt", "1"),
            write("tool", "bin/tool.txt", "tool\n"),
            append("extra", "bin/tool.txt", "extra"),
        };
        assertThat(apply(set)).hasSize(7).containsOnly(InjectableOutcome.Status.WRITTEN);
        Map<String, String> once = disk.tree();
        Object file = Files.getAttribute(disk.path("page.html"), "unix:ino");
        java.util.Collections.reverse(java.util.Arrays.asList(set));

        assertThat(apply(set)).hasSize(7).containsOnly(InjectableOutcome.Status.UNCHANGED);
        assertThat(disk.tree()).isEqualTo(once);
        assertThat(Files.getAttribute(disk.path("page.html"), "unix:ino")).isEqualTo(file);
    }

    @Test
    void replacesOnlyThePartOfAChangedInjectable() {
        disk.put("page.html", PAGE);
        apply(
                inject("banner", "page.html", "<b>Pro</b>"),
                append("foot", "page.html", "<i>foot</i>"),
                append("last", "page.html", "<i>last</i>"));
        String before = disk.get("page.html");
        disk.put("page.html", before + "added by hand\n");

        assertThat(apply(append("foot", "page.html", "<i>FOOT</i>\nmore")))
                .containsExactly(InjectableOutcome.Status.WRITTEN);
        assertThat(disk.get("page.html"))
                .isEqualTo(before.replace("<i>foot</i>", "<i>FOOT</i>\nmore") + "added by hand\n");
    }

    @Test
    void keepsPartsWhenTheWholeFileIsWrittenAgain() {
        apply(write("base", "a.txt", "one\n"), append("more", "a.txt", "two"));
        String both = disk.get("a.txt");

        assertThat(apply(write("base", "a.txt", "one\n"))).containsExactly(InjectableOutcome.Status.UNCHANGED);
        assertThat(disk.get("a.txt")).isEqualTo(both);
        apply(write("base", "a.txt", "ONE\n"));
        assertThat(disk.get("a.txt")).isEqualTo(both.replace("one", "ONE"));
    }

    @Test
    void movesAnInjectableWhoseTargetChanged() {
        disk.put("a.txt", "a\n").put("b.txt", "b\n");
        apply(append("x", "a.txt", "part"), append("y", "a.txt", "stays"));

        ApplyReport report = files.process(List.of(append("x", "b.txt", "part")));

        assertThat(report.outcomes())
                .extracting(InjectableOutcome::targetPath, InjectableOutcome::status)
                .containsExactlyInAnyOrder(
                        tuple("b.txt", InjectableOutcome.Status.WRITTEN),
                        tuple("a.txt", InjectableOutcome.Status.REVERTED));
        assertThat(disk.get("a.txt")).isEqualTo("a\n# devpayr:part y\nstays\n# devpayr:part-end y\n");
        assertThat(disk.get("b.txt")).contains("part");
    }

    @Test
    void replacesThePartOfAnInjectableWhoseModeChanged() {
        disk.put("a.txt", "a\n");
        apply(append("x", "a.txt", "part"));

        apply(prepend("x", "a.txt", "part"));

        assertThat(disk.get("a.txt")).isEqualTo("# devpayr:part x\npart\n# devpayr:part-end x\na\n");
        apply(write("x", "a.txt", "whole"));
        assertThat(disk.get("a.txt")).isEqualTo("whole");
        apply(append("x", "a.txt", "part"));
        assertThat(disk.get("a.txt")).isEqualTo("a\n# devpayr:part x\npart\n# devpayr:part-end x\n");
        apply(injectable("x", InjectableMode.STREAM, "a.txt", "part"));
        assertThat(disk.files()).containsOnlyKeys("", "a.txt");
        assertThat(disk.get("a.txt")).isEqualTo("a\n");
    }

    /** The documentation's own example: {@code type=file, mode=inject, target_path=resources/js/checkout.js}. */
    @Test
    void injectCreatesATargetThatDoesNotExist() {
        assertThat(apply(inject("checkout", "resources/js/checkout.js", "pay()\n")))
                .containsExactly(InjectableOutcome.Status.WRITTEN);
        assertThat(disk.get("resources/js/checkout.js")).isEqualTo("pay()\n");

        assertThat(apply(inject("checkout", "resources/js/checkout.js", "pay()\n")))
                .containsExactly(InjectableOutcome.Status.UNCHANGED);
        assertThat(apply(inject("checkout", "resources/js/checkout.js", "payAll()\n")))
                .containsExactly(InjectableOutcome.Status.WRITTEN);
        assertThat(disk.get("resources/js/checkout.js")).isEqualTo("payAll()\n");
        files.revert();
        assertThat(disk.tree()).containsOnlyKeys("");
    }

    @Test
    void injectNeverOverwritesAFileWithoutMarkers() {
        disk.put("a.js", "theirs()\n");
        apply(inject("created", "b.js", "ours()\n"));
        disk.put("b.js", "edited()\n");
        Map<String, String> before = disk.tree();

        assertThat(apply(inject("a", "a.js", "ours()\n"), inject("created", "b.js", "ours(2)\n")))
                .containsExactly(InjectableOutcome.Status.REJECTED, InjectableOutcome.Status.REJECTED);
        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void aFileCreatedByInjectCanHoldPartsOfOthers() {
        apply(
                inject("checkout", "a.js", "pay()\n// devpayr:begin more\n// devpayr:end more\n"),
                append("end", "a.js", "z()"));
        apply(
                inject("checkout", "a.js", "pay()\n// devpayr:begin more\n// devpayr:end more\n"),
                inject("more", "a.js", "x()"));

        assertThat(disk.get("a.js"))
                .startsWith("pay()\n// devpayr:begin more\nx()\n// devpayr:end more\n")
                .contains("z()");
    }

    @Test
    void twoInjectablesDoNotCreateTheSameTarget() {
        Map<String, String> before = disk.tree();

        assertThat(apply(inject("a", "a.js", "a()"), inject("b", "a.js", "b()")))
                .containsExactly(InjectableOutcome.Status.REJECTED, InjectableOutcome.Status.REJECTED);
        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void keepsThePartOfAnInjectableThatIsRejectedInItsNewMode() {
        disk.put("a.txt", "a\n");
        apply(append("x", "a.txt", "part"));
        Map<String, String> before = disk.tree();

        assertThat(apply(inject("x", "a.txt", "part"))).containsExactly(InjectableOutcome.Status.REJECTED);
        assertThat(disk.tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inline_render", "stream"})
    void passesRenderedModesThrough(String mode) {
        Map<String, String> before = disk.tree();
        DecryptedInjectable injectable = injectable("a", new InjectableMode(mode), "../anywhere", "text");

        ApplyReport report = files.process(List.of(injectable));

        assertThat(report.passedThrough()).containsExactly(injectable);
        assertThat(report.outcomes(InjectableOutcome.Status.PASSED_THROUGH)).hasSize(1);
        assertThat(disk.tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"symlink", "mount", "overwrite", "WRITE", ""})
    void rejectsUnsupportedAndUnknownModes(String mode) {
        disk.put("a.txt", "old");
        Map<String, String> before = disk.tree();

        ApplyReport report = files.process(List.of(injectable("a", new InjectableMode(mode), "a.txt", "new")));

        assertThat(report.rejected()).hasSize(1);
        assertThat(report.rejected().get(0).reason()).contains("mode");
        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void rejectsPartsThatHoldMarkersOrAreNotText() {
        disk.put("a.txt", "old\n").put("b.json", "{}").put("c.bin", "\0");
        Map<String, String> before = disk.tree();

        assertThat(apply(
                        append("a", "a.txt", "# devpayr:part-end a\n"),
                        append("b", "a.txt", "# devpayr:begin other"),
                        append("c", "a.txt", "\0"),
                        append("d", "b.json", "1"),
                        append("e", "c.bin", "1")))
                .containsOnly(InjectableOutcome.Status.REJECTED)
                .hasSize(5);
        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void restrictsPermissionsToTheOwner() throws Exception {
        disk.put("old.sh", "old");
        Files.setPosixFilePermissions(disk.path("old.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));

        apply(write("a", "old.sh", "new"), write("b", "sub/new.txt", "new"));

        assertThat(permissions("old.sh")).isEqualTo("rwx------");
        assertThat(permissions("sub/new.txt")).isEqualTo("rw-------");
        assertThat(permissions("sub")).isEqualTo("rwx------");
        assertThat(permissions(".devpayr")).isEqualTo("rwx------");
        files.revert();
        assertThat(permissions("old.sh")).isEqualTo("rwxr-xr-x");
    }

    @Test
    void keepsThePermissionsOfExistingFilesOnRequest() throws Exception {
        disk.put("shared.txt", "old");
        Files.setPosixFilePermissions(disk.path("shared.txt"), PosixFilePermissions.fromString("rw-r--r--"));
        FileProcessor keeping = files.withExistingPermissions(true);

        keeping.process(List.of(append("a", "shared.txt", "more"), write("b", "new.txt", "new")));

        assertThat(disk.get("shared.txt")).contains("old", "more");
        assertThat(permissions("shared.txt")).isEqualTo("rw-r--r--");
        assertThat(permissions("new.txt")).isEqualTo("rw-------");
        keeping.revert();
        assertThat(permissions("shared.txt")).isEqualTo("rw-r--r--");
    }

    private String permissions(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(disk.path(name)));
    }

    @Test
    void dryRunReportsWithoutWriting() {
        disk.put("a.txt", "old");
        Map<String, String> before = disk.tree();
        List<DecryptedInjectable> set = List.of(write("a", "a.txt", "new"), write("b", "../b.txt", "new"));

        ApplyReport dry = files.withDryRun(true).process(set);

        assertThat(dry.dryRun()).isTrue();
        assertThat(disk.tree()).isEqualTo(before);
        ApplyReport wet = files.process(set);
        assertThat(wet.dryRun()).isFalse();
        assertThat(wet.outcomes()).isEqualTo(dry.outcomes());
        Map<String, String> applied = disk.tree();
        assertThat(files.withDryRun(true).revert().outcomes(InjectableOutcome.Status.REVERTED))
                .hasSize(1);
        assertThat(disk.tree()).isEqualTo(applied);
    }

    @Test
    void reportsChangedAndUnchangedPartsOfOneFile() {
        disk.put("a.txt", "theirs\n");
        apply(append("x", "a.txt", "one"), append("y", "a.txt", "one"));

        assertThat(apply(append("x", "a.txt", "one"), append("y", "a.txt", "two")))
                .containsExactly(InjectableOutcome.Status.UNCHANGED, InjectableOutcome.Status.WRITTEN);
    }

    @Test
    void appliesOtherPartsOfAFileWhenOneIsRejected() {
        disk.put("a.txt", "theirs\n");

        assertThat(apply(append("x", "a.txt", "ours"), inject("y", "a.txt", "ours")))
                .containsExactlyInAnyOrder(InjectableOutcome.Status.WRITTEN, InjectableOutcome.Status.REJECTED);
        assertThat(disk.get("a.txt")).contains("devpayr:part x\nours\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devpayr:begin banner\ndevpayr:end banner\n",
                "<p>\ndevpayr:begin banner\nold\ndevpayr:end banner",
                "devpayr:begin banner\ndevpayr:note banner\ndevpayr:end banner\n",
                "devpayr:begin banner\ndevpayr:begin \ndevpayr:end banner\n",
                "devpayr:begin banner\ndevpayr:end banner\n<p> devpayr:begin"
            })
    void ignoresTextThatOnlyResemblesAMarker(String page) {
        disk.put("page.html", page);

        assertThat(apply(inject("banner", "page.html", "new"))).containsExactly(InjectableOutcome.Status.WRITTEN);
        assertThat(disk.get("page.html")).contains("devpayr:begin banner\nnew\ndevpayr:end banner");
    }
}
