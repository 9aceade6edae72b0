package com.devpayr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedFileTest {
    private static final String SETTING = "DEVPAYR_API_KEY_FILE";

    private final Path folder;
    private final Path path;
    private long version;

    MountedFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.path = folder.resolve("key");
    }

    /** Each write is a second later than the one before, whatever the file system's clock can tell apart. */
    private void write(String content) throws IOException {
        Files.writeString(path, content);
        Files.setLastModifiedTime(path, FileTime.fromMillis(++version * 1000));
    }

    @Test
    void theValueIsTheContentWithoutBlanksAround() throws IOException {
        write("\n  the key \r\n");

        assertThat(MountedFile.open(SETTING, path).get()).isEqualTo("the key");
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        write("old");
        MountedFile file = MountedFile.open(SETTING, path);

        write("new");

        assertThat(file.get()).isEqualTo("new");
    }

    @Test
    void aChangeThatTheClockIsTooCoarseToShowIsSeenByItsSize() throws IOException {
        write("half");
        MountedFile file = MountedFile.open(SETTING, path);

        version--;
        write("half and half");

        assertThat(file.get()).isEqualTo("half and half");
    }

    @Test
    void anUnchangedFileIsNotReadAgain() throws IOException {
        write("one");
        MountedFile file = MountedFile.open(SETTING, path);

        version--;
        write("two");

        assertThat(file.get()).isEqualTo("one");
    }

    @Test
    void whileItIsGoneOrEmptyTheLastValueStays() throws IOException {
        write("old");
        MountedFile file = MountedFile.open(SETTING, path);

        Files.delete(path);
        assertThat(file.get()).isEqualTo("old");
        write("");
        assertThat(file.get()).isEqualTo("old");
        write("new");
        assertThat(file.get()).isEqualTo("new");
    }

    @Test
    void aFileThatIsNotThereIsAnErrorAtOnce() {
        assertThatThrownBy(() -> MountedFile.open(SETTING, path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(SETTING + " names " + path
                        + ", which cannot be read (NoSuchFileException); check the path and its rights");
    }

    @Test
    void aFolderIsAnErrorAtOnce() {
        assertThatThrownBy(() -> MountedFile.open(SETTING, folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void anEmptyFileIsAnErrorAtOnce() throws IOException {
        write(" \n");

        assertThatThrownBy(() -> MountedFile.open(SETTING, path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(SETTING + " names " + path + ", which is empty; put the value into it");
    }

    @Test
    void aFileThatIsTooLargeIsAnErrorThatDoesNotShowIt() throws IOException {
        write("s3cr3t".repeat(64 * 1024));

        assertThatThrownBy(() -> MountedFile.open(SETTING, path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("larger than 64 KiB")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void sixtyFourKibibytesAreTaken() throws IOException {
        write("k".repeat(64 * 1024));

        assertThat(MountedFile.open(SETTING, path).get()).hasSize(64 * 1024);
    }
}
