package com.devpayr.internal.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadStreamTest {
    private static final String CHANGED = "changed its size while it was read; try again";

    private final Path file;

    UploadStreamTest(@TempDir Path folder) throws IOException {
        this.file = Files.writeString(folder.resolve("logo.png"), "12345");
    }

    /** Reads to the end with calls of a method of the stream. */
    @FunctionalInterface
    interface Reader {
        byte[] read(InputStream content) throws IOException;
    }

    private static byte[] readSingleBytes(InputStream content) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int next = content.read(); next >= 0; next = content.read()) {
            all.write(next);
        }
        return all.toByteArray();
    }

    private static byte[] readWithABufferOf(int size, InputStream content) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[size + 2];
        for (int count = content.read(buffer, 1, size); count >= 0; count = content.read(buffer, 1, size)) {
            all.write(buffer, 1, count);
        }
        return all.toByteArray();
    }

    private static Reader[] readers() {
        return new Reader[] {
            UploadStreamTest::readSingleBytes,
            InputStream::readAllBytes,
            content -> readWithABufferOf(1, content),
            content -> readWithABufferOf(2, content),
            content -> readWithABufferOf(5, content),
            content -> readWithABufferOf(6, content)
        };
    }

    @Test
    void readsAFileOfTheAnnouncedSize() throws IOException {
        for (Reader reader : readers()) {
            try (InputStream content = new UploadStream(Upload.of(file))) {
                assertThat(new String(reader.read(content), ISO_8859_1)).isEqualTo("12345");
                assertThat(content.read()).as("the end stays the end").isEqualTo(-1);
            }
        }
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        Files.writeString(file, "");
        for (Reader reader : readers()) {
            try (InputStream content = new UploadStream(Upload.of(file))) {
                assertThat(reader.read(content)).isEmpty();
            }
        }
    }

    @Test
    void readsBytesAsUnsignedNumbers() throws IOException {
        InputStream content = new UploadStream(Upload.of("a", new byte[] {(byte) 0xFF, 0, (byte) 0x80}));

        assertThat(new int[] {content.read(), content.read(), content.read(), content.read()})
                .containsExactly(0xFF, 0, 0x80, -1);
    }

    @Test
    void readsNothingIntoAnEmptyArray() throws IOException {
        InputStream content = new UploadStream(Upload.of("a", new byte[] {1}));

        assertThat(content.read(new byte[0])).isZero();
        assertThat(content.read()).isOne();
        assertThat(content.read(new byte[0])).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1234"})
    void failsIfTheFileIsShorterThanAnnounced(String shorter) throws IOException {
        Upload upload = Upload.of(file);
        Files.writeString(file, shorter);

        assertIsReportedAsChanged(upload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "12345678901234567890"})
    void failsIfTheFileIsLongerThanAnnounced(String longer) throws IOException {
        Upload upload = Upload.of(file);
        Files.writeString(file, longer);

        assertIsReportedAsChanged(upload);
    }

    @Test
    void failsIfAnEmptyFileIsNoLongerEmpty() throws IOException {
        Files.writeString(file, "");
        Upload upload = Upload.of(file);
        Files.writeString(file, "1");

        assertIsReportedAsChanged(upload);
    }

    private static void assertIsReportedAsChanged(Upload upload) throws IOException {
        for (Reader reader : readers()) {
            try (InputStream content = new UploadStream(upload)) {
                assertThatThrownBy(() -> reader.read(content))
                        .isInstanceOf(UnreadableUploadException.class)
                        .hasMessage(CHANGED);
            }
        }
    }

    @Test
    void neverReturnsMoreThanTheAnnouncedSize() throws IOException {
        Upload upload = Upload.of(file);
        Files.writeString(file, "123456789");
        try (InputStream content = new UploadStream(upload)) {
            assertThat(content.read(new byte[100])).isEqualTo(5);
            assertThatThrownBy(() -> content.read(new byte[100])).hasMessage(CHANGED);
        }
    }

    @Test
    void failsIfTheFileIsGone() throws IOException {
        Upload upload = Upload.of(file);
        Files.delete(file);

        assertThatThrownBy(() -> new UploadStream(upload))
                .isInstanceOf(UnreadableUploadException.class)
                .hasMessage("cannot be read (NoSuchFileException)");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // refuses to open a directory at all
    void failsIfTheContentCannotBeRead() throws IOException {
        Upload upload = Upload.of(file);
        Files.delete(file);
        Files.createDirectory(file);

        try (InputStream content = new UploadStream(upload)) {
            assertThatThrownBy(content::read)
                    .isInstanceOf(UnreadableUploadException.class)
                    .hasMessage("cannot be read (IOException)");
        }
    }

    @Test
    void mapsAFailureToInvalidRequestException() {
        assertThat(new UnreadableUploadException("cannot be read (IOException)").toInvalidRequest())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("file cannot be read (IOException)")
                .returns("file", InvalidRequestException::field);
    }

    @Test
    void closesTheFile() throws IOException {
        InputStream content = new UploadStream(Upload.of(file));
        assertThat(content.read()).isEqualTo('1');

        content.close();

        assertThatThrownBy(content::read)
                .isInstanceOf(UnreadableUploadException.class)
                .hasMessage("cannot be read (ClosedChannelException)");
    }
}
