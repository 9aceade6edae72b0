package com.devpayr.injectable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    private final Path folder;

    UploadTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAFileEachTimeItIsOpened() throws IOException {
        Path file = Files.write(folder.resolve("logo.png"), new byte[] {1, 2, 3});
        Upload upload = Upload.of(file);
        assertThat(upload.filename()).isEqualTo("logo.png");
        assertThat(upload.size()).isEqualTo(3);

        Files.write(file, new byte[] {4, 5, 6});

        assertThat(read(upload)).containsExactly(4, 5, 6);
        assertThat(read(upload)).containsExactly(4, 5, 6);
    }

    @Test
    void readsBytesMoreThanOnce() throws IOException {
        Upload upload = Upload.of("logo.png", new byte[] {1, 2, 3});

        assertThat(read(upload)).containsExactly(1, 2, 3);
        assertThat(read(upload)).containsExactly(1, 2, 3);
        assertThat(upload.size()).isEqualTo(3);
    }

    @Test
    void rejectsAPathThatIsNotAFile() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> Upload.of(missing))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("file is " + missing + ", which is not a regular file");
        assertThatThrownBy(() -> Upload.of(folder)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> Upload.of(Path.of("/"))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void rejectsABlankFileName() {
        assertThatThrownBy(() -> Upload.of(" ", new byte[0])).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void doesNotShowItsContent() {
        assertThat(Upload.of("logo.png", "plaintext".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasToString("Upload[logo.png, 9 bytes]");
    }

    private static byte[] read(Upload upload) throws IOException {
        try (InputStream in = upload.open()) {
            return in.readAllBytes();
        }
    }
}
