package com.devpayr.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.operation.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawBodyTest {
    @Test
    void aBodyInMemoryIsReturnedWithoutACopy() throws IOException {
        byte[] bytes = {1, 2, 3};
        RawBody body = RawBody.of("application/json", bytes);

        assertThat(body.isInMemory()).isTrue();
        assertThat(body.length()).isEqualTo(3);
        assertThat(body.toByteArray()).isSameAs(bytes);
        assertThat(body.open().readAllBytes()).isEqualTo(bytes);
        assertThat(body).hasToString("RawBody[application/json, 3 bytes]");
    }

    @Test
    void aStreamedBodyIsOpenedFromItsStartEachTime() throws IOException {
        RawBody body = RawBody.of("text/plain", 3, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(body.isInMemory()).isFalse();
        assertThat(body.toByteArray()).containsExactly(1, 2, 3);
        assertThat(body.toByteArray()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void aStreamOfAnotherLengthIsAnError(int length) {
        RawBody body = RawBody.of("text/plain", 3, () -> new ByteArrayInputStream(new byte[length]));

        assertThatThrownBy(body::toByteArray)
                .isInstanceOf(IOException.class)
                .hasMessage("the body does not have 3 bytes");
    }

    @Test
    void aRequestShowsNeitherQueryNorHeadersNorBody() {
        RawRequest request = new RawRequest(
                Operation.LICENSE_GET,
                "GET",
                URI.create("https://api.example.com/v1/"),
                "project/7/licenses/8?token=s3cr3t",
                Map.of("X-API-KEY", "s3cr3t"),
                null,
                1,
                Duration.ofSeconds(30));

        assertThat(request).hasToString("RawRequest[GET project/7/licenses/8]");
        assertThat(request.uri()).isEqualTo(URI.create("https://api.example.com/v1/project/7/licenses/8?token=s3cr3t"));
    }

    private static RawRequest requestWith(@Nullable RawBody body) {
        return new RawRequest(
                Operation.PROJECT_CREATE,
                "POST",
                URI.create("https://api.example.com/v1/"),
                "projects",
                Map.of(),
                body,
                1,
                Duration.ofSeconds(30));
    }

    @Test
    void aRequestReturnsItsWholeBody() {
        assertThat(requestWith(RawBody.of("text/plain", new byte[] {1, 2})).bodyBytes())
                .containsExactly(1, 2);
        assertThat(requestWith(null).bodyBytes()).isEmpty();
    }

    @Test
    void aRequestReportsABodyThatCannotBeRead() {
        IOException missing = new IOException("missing");
        RawRequest request = requestWith(RawBody.of("text/plain", 3, () -> {
            throw missing;
        }));

        assertThatThrownBy(request::bodyBytes)
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(missing);
    }
}
