package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static com.devpayr.injectables.TestDirectory.inject;
import static com.devpayr.injectables.TestDirectory.prepend;
import static com.devpayr.injectables.TestDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevertTest {
    private static final String PAGE = "<p>\r\n<!-- devpayr:begin banner -->\nas it was\n<!-- devpayr:end banner -->";

    private final TestDirectory disk;
    private final FileProcessor files;

    RevertTest(@TempDir Path root) {
        disk = new TestDirectory(root);
        files = FileProcessor.rootedAt(root);
    }

    private void apply(DecryptedInjectable... injectables) {
        files.process(List.of(injectables)).requireNoneRejected();
    }

    private List<InjectableOutcome.Status> revert() {
        return files.revert().outcomes().stream().map(InjectableOutcome::status).toList();
    }

    @Test
    void restoresEverything() {
        disk.put("page.html", PAGE).put("old.txt", "old").put("conf/app.ini", "a=1");
        Map<String, String> before = disk.tree();
        apply(
                inject("banner", "page.html", "<b>"),
                append("foot", "page.html", "foot"),
                prepend("head", "page.html", "head"),
                write("old", "old.txt", "new"),
                write("fresh", "deep/er/fresh.txt", "new"),
                append("ini", "conf/app.ini", "b=2"),
                append("born", "conf/born.txt", "x"));
        apply(write("old", "old.txt", "newer"), inject("banner", "page.html", "<i>"));

        assertThat(revert()).hasSize(7).containsOnly(InjectableOutcome.Status.REVERTED);
        assertThat(disk.tree()).isEqualTo(before);
        assertThat(revert()).isEmpty();
        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void revertsNothingWhenNothingWasApplied() {
        Map<String, String> before = disk.put("a.txt", "a").tree();

        assertThat(revert()).isEmpty();
        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void removesPartsAndKeepsLaterChanges() {
        disk.put("page.html", PAGE + "\n");
        apply(inject("banner", "page.html", "<b>"), append("foot", "page.html", "foot"));
        disk.put("page.html", "by hand\n" + disk.get("page.html") + "by hand\n");

        assertThat(revert()).containsOnly(InjectableOutcome.Status.REVERTED);
        assertThat(disk.get("page.html")).isEqualTo("by hand\n" + PAGE + "\nby hand\n");
    }

    @Test
    void rejectsRevertingAWholeFileThatWasChanged() {
        apply(write("a", "a.txt", "ours"), write("b", "b.txt", "ours"));
        disk.put("a.txt", "theirs");

        ApplyReport report = files.revert();

        assertThat(report.rejected()).singleElement().satisfies(outcome -> {
            assertThat(outcome.slug()).isEqualTo("a");
            assertThat(outcome.reason()).contains("was modified after the injectable was applied");
        });
        assertThat(disk.files()).containsOnlyKeys("", "a.txt");
        assertThat(disk.get("a.txt")).isEqualTo("theirs");
    }

    @Test
    void restoresTheContentOfALaterApplicationUpdate() {
        disk.put("a.txt", "version 1");
        apply(write("a", "a.txt", "ours"));
        disk.put("a.txt", "version 2");
        apply(write("a", "a.txt", "ours"));

        revert();

        assertThat(disk.get("a.txt")).isEqualTo("version 2");
    }

    @Test
    void leavesAFileThatAlreadyHeldTheContent() {
        Map<String, String> before = disk.put("a.txt", "same").tree();
        apply(write("a", "a.txt", "same"));

        assertThat(disk.tree()).isEqualTo(before);
        assertThat(revert()).isEmpty();
        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void keepsADirectoryThatHoldsOtherFiles() {
        apply(write("a", "sub/a.txt", "ours"));
        disk.put("sub/theirs.txt", "theirs");

        revert();

        assertThat(disk.files()).containsOnlyKeys("", "sub", "sub/theirs.txt");
    }

    @Test
    void changesNothingWhenTheManifestIsDamaged() throws Exception {
        disk.put("a.txt", "old");
        apply(write("a", "a.txt", "new"));
        String manifest = disk.get(".devpayr/manifest");
        for (String damaged : List.of(
                "",
                manifest.substring(1),
                manifest.substring(0, manifest.length() / 2),
                manifest.replace("a.txt", "b.txt"),
                manifest + manifest)) {
            disk.put(".devpayr/manifest", damaged);
            Map<String, String> before = disk.tree();

            assertThatThrownBy(files::revert)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("manifest");
            assertThatThrownBy(() -> apply(write("b", "b.txt", "new"))).isInstanceOf(ConfigurationException.class);
            assertThat(disk.tree()).isEqualTo(before);
        }
    }

    @Test
    void doesNotRestoreADamagedBackup() throws Exception {
        disk.put("a.txt", "old");
        apply(write("a", "a.txt", "new"));
        Path backup = disk.path(".devpayr/before-" + FileState.hashOf("old"));
        assertThat(backup).hasContent("old");
        Files.writeString(backup, "else");

        assertThat(files.revert().rejected()).singleElement().satisfies(outcome -> assertThat(outcome.reason())
                .contains("damaged"));
        Files.delete(backup);
        assertThat(files.revert().rejected()).singleElement().satisfies(outcome -> assertThat(outcome.reason())
                .contains("no longer kept"));
        assertThat(disk.get("a.txt")).isEqualTo("new");
    }

    @Test
    void treatsRestoredEarlierContentAsAChange() {
        disk.put("a.txt", "theirs");
        apply(write("a", "a.txt", "one"));
        apply(write("a", "a.txt", "two"));
        disk.put("a.txt", "one");

        assertThat(revert()).containsExactly(InjectableOutcome.Status.REJECTED);
        assertThat(disk.get("a.txt")).isEqualTo("one");
    }

    @Test
    void deletesBackupsThatAreNoLongerNeeded() {
        disk.put("a.txt", "theirs");
        apply(write("a", "a.txt", "ours"), write("b", "b.txt", "ours"));
        assertThat(disk.tree().keySet()).anyMatch(name -> name.startsWith(".devpayr/before-"));

        apply(write("a", "c.txt", "ours"), write("b", "b.txt", "ours"));

        assertThat(disk.get("a.txt")).isEqualTo("theirs");
        assertThat(disk.tree().keySet()).noneMatch(name -> name.startsWith(".devpayr/before-"));
    }

    @Test
    void deletesACreatedDirectoryWithItsLastTarget() {
        apply(write("a", "one/a.txt", "x"), write("b", "b.txt", "x"));
        apply(write("a", "two/a.txt", "x"), write("b", "b.txt", "x"));

        assertThat(disk.files()).containsOnlyKeys("", "b.txt", "two", "two/a.txt");
    }

    @Test
    void deletesCreatedDirectoriesDespiteAnExistingOneOfTheSameName() {
        disk.put("sub/theirs.txt", "x");
        Map<String, String> before = disk.tree();
        apply(write("a", "new/sub/a.txt", "x"));

        revert();

        assertThat(disk.tree()).isEqualTo(before);
    }

    @Test
    void deletesAFileThatHeldOnlyParts() {
        apply(append("a", "a.txt", "ours"));
        disk.put("a.txt", disk.get("a.txt").replace("ours", "edited"));

        revert();

        assertThat(disk.files()).containsOnlyKeys("");
    }

    @Test
    void keepsAnEmptyFileThatExistedBefore() {
        disk.put("a.txt", "");
        apply(append("a", "a.txt", "ours"));
        disk.put("a.txt", disk.get("a.txt").replace("ours", "edited"));

        revert();

        assertThat(disk.get("a.txt")).isEmpty();
    }

    @Test
    void doesNotCarryOverAPartThatWasRemoved() {
        disk.put("a.txt", "theirs\n");
        apply(append("part", "a.txt", "ours"));
        disk.put("a.txt", "theirs\n");
        apply(write("whole", "a.txt", "all"));

        assertThat(files.revert().outcomes())
                .extracting(InjectableOutcome::slug)
                .containsExactly("whole");
    }
}
