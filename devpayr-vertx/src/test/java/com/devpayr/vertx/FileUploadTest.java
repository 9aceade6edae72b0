package com.devpayr.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests uploads of files that are unchanged, changed or missing. */
@Timeout(60)
class FileUploadTest {
    @RegisterExtension
    private final ClientFixture fixture = new ClientFixture();

    @Test
    void fileIsReadOnAWorker(@TempDir Path folder) throws Exception {
        byte[] content = bytes(3 * 1024 * 1024 + 17);
        Path file = Files.write(folder.resolve("logo.png"), content);
        RawServer server = fixture.server((request, out) -> RawServer.json(
                out,
                "{\"data\":{\"id\":1,\"project_id\":1,\"slug\":\"s\","
                        + "\"type\":\"file\",\"mode\":\"write\",\"content\":\"c\",\"signature\":\"s\"}}"));

        fixture.blocking(fixture.config(server)).injectables().create(1, file(Upload.of(file)));

        assertThat(server.requests().get(0).body()).contains(new String(content, ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1000})
    void fileThatChangesItsSizeIsRejected(int size, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("logo.png"), new byte[100]);
        Upload upload = Upload.of(file);
        Files.write(file, new byte[size]);

        assertRejected(upload, "changed its size");
    }

    @Test
    void missingFileIsRejected(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("logo.png"), new byte[10]);
        Upload upload = Upload.of(file);
        Files.delete(file);

        assertRejected(upload, "cannot be read");
    }

    private void assertRejected(Upload upload, String message) throws IOException {
        RawServer server = fixture.server((request, out) -> RawServer.license(out));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() ->
                        fixture.blocking(fixture.config(server)).injectables().create(1, file(upload)))
                .withMessageContaining(message);
        assertThat(server.requests()).isEmpty();
    }

    private static InjectableDraft file(Upload upload) {
        return InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, Secret.of("a-good-secret"))
                .targetPath("logo")
                .file(upload)
                .build();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
