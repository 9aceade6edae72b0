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

    /** Sets a modification time one second later with each write, independent of the file system's resolution. */
    private void write(String content) throws IOException {
        Files.writeString(path, content);
        Files.setLastModifiedTime(path, FileTime.fromMillis(++version * 1000));
    }

    @Test
    void stripsWhitespace() throws IOException {
        write("\n  the key \r\n");

        assertThat(MountedFile.create(SETTING, path).get()).isEqualTo("the key");
    }

    @Test
    void readsAChangedFileAgain() throws IOException {
        write("old");
        MountedFile file = MountedFile.create(SETTING, path);

        write("new");

        assertThat(file.get()).isEqualTo("new");
    }

    @Test
    void detectsAChangeBySize() throws IOException {
        write("half");
        MountedFile file = MountedFile.create(SETTING, path);

        version--;
        write("half and half");

        assertThat(file.get()).isEqualTo("half and half");
    }

    @Test
    void doesNotReadAnUnchangedFileAgain() throws IOException {
        write("one");
        MountedFile file = MountedFile.create(SETTING, path);

        version--;
        write("two");

        assertThat(file.get()).isEqualTo("one");
    }

    @Test
    void keepsTheLastValueWhileTheFileIsMissingOrEmpty() throws IOException {
        write("old");
        MountedFile file = MountedFile.create(SETTING, path);

        Files.delete(path);
        assertThat(file.get()).isEqualTo("old");
        write("");
        assertThat(file.get()).isEqualTo("old");
        write("new");
        assertThat(file.get()).isEqualTo("new");
    }

    @Test
    void rejectsAMissingFile() {
        assertThatThrownBy(() -> MountedFile.create(SETTING, path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(SETTING + " refers to " + path
                        + ", which cannot be read (NoSuchFileException); check the path and its permissions");
    }

    @Test
    void rejectsADirectory() {
        assertThatThrownBy(() -> MountedFile.create(SETTING, folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void rejectsAnEmptyFile() throws IOException {
        write(" \n");

        assertThatThrownBy(() -> MountedFile.create(SETTING, path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(SETTING + " refers to " + path + ", which is empty; write the value to it");
    }

    @Test
    void rejectsALargeFileWithoutShowingIt() throws IOException {
        write("s3cr3t".repeat(64 * 1024));

        assertThatThrownBy(() -> MountedFile.create(SETTING, path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("larger than 64 KiB")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void acceptsAFileOf64KiB() throws IOException {
        write("k".repeat(64 * 1024));

        assertThat(MountedFile.create(SETTING, path).get()).hasSize(64 * 1024);
    }
}
