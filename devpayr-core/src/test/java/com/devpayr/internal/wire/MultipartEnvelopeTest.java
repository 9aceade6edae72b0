package com.devpayr.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.injectable.Upload;
import com.devpayr.spi.RawBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartEnvelopeTest {
    private static RawBody around(String filename, String content) {
        return MultipartEnvelope.around(Map.of(), "file", Upload.of(filename, content.getBytes(UTF_8)));
    }

    private static String boundary(RawBody body) {
        return body.contentType().substring("multipart/form-data; boundary=".length());
    }

    private static byte[] read(RawBody body) throws IOException {
        try (InputStream content = body.open()) {
            return content.readAllBytes();
        }
    }

    @Test
    void writesTheFieldsInOrderAndTheFileLast() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", "Löwe");
        fields.put("is_active", "1");
        RawBody body = MultipartEnvelope.around(fields, "file", Upload.of("logo.png", "bytes".getBytes(UTF_8)));

        assertThat(new String(read(body), UTF_8))
                .isEqualTo(String.join(
                                "\r\n",
                                "--B",
                                "Content-Disposition: form-data; name=\"title\"",
                                "",
                                "Löwe",
                                "--B",
                                "Content-Disposition: form-data; name=\"is_active\"",
                                "",
                                "1",
                                "--B",
                                "Content-Disposition: form-data; name=\"file\"; filename=\"logo.png\"",
                                "Content-Type: application/octet-stream",
                                "",
                                "bytes",
                                "--B--",
                                "")
                        .replace("--B", "--" + boundary(body)));
    }

    @Test
    void escapesTheFileName() throws IOException {
        assertThat(new String(read(around("a\".png\r\nX-Evil: 1", "")), UTF_8))
                .contains("filename=\"a%22.png%0D%0AX-Evil: 1\"\r\n");
    }

    @Test
    void everyBodyHasItsOwnBoundary() {
        assertThat(boundary(around("a", "b"))).isNotEqualTo(boundary(around("a", "b")));
    }

    @Test
    void announcesTheExactLengthInBytes() throws IOException {
        for (String content : new String[] {"", "a", "Löwe", "x".repeat(100_000)}) {
            RawBody body = around("größe.txt", content);

            assertThat(read(body)).hasSize((int) body.length());
            assertThat(body.toByteArray()).hasSize((int) body.length());
        }
    }

    @Test
    void isNotInMemoryAndCanBeReadMoreThanOnce() throws IOException {
        RawBody body = around("a", "content");

        assertThat(body.isInMemory()).isFalse();
        assertThat(read(body)).isEqualTo(read(body));
    }

    @Test
    void opensTheFileWhenItIsSent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("logo.png"), "old");
        RawBody body = MultipartEnvelope.around(Map.of(), "file", Upload.of(file));
        Files.writeString(file, "new");
        assertThat(new String(read(body), UTF_8)).contains("\r\n\r\nnew\r\n--");

        Files.delete(file);

        assertThatThrownBy(body::open)
                .isInstanceOf(UnreadableUploadException.class)
                .hasMessage("cannot be read (NoSuchFileException)");
    }

    @Test
    void doesNotReachItsEndIfTheFileChangedItsSize(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("logo.png"), "1234");
        RawBody body = MultipartEnvelope.around(Map.of(), "file", Upload.of(file));

        for (String changed : new String[] {"123", "12345"}) {
            Files.writeString(file, changed);
            assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableUploadException.class);
            assertThatThrownBy(body::toByteArray).isInstanceOf(UnreadableUploadException.class);
        }
    }
}
