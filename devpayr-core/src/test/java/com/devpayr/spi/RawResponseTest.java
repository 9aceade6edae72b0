package com.devpayr.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The defaults of a response, and the responses that consist of given parts. */
class RawResponseTest {
    private static final Map<String, List<String>> HEADERS = Map.of(
            "Content-Type", List.of("application/json"),
            "X-Several", List.of("first", "second"),
            "X-Empty", List.of());

    /** A response that has only what every transport implements. */
    private record MinimalResponse(int status, Map<String, List<String>> headers) implements RawResponse {
        @Override
        public InputStream body() {
            return InputStream.nullInputStream();
        }
    }

    @Test
    void findsAHeaderByItsNameInAnyCase() {
        RawResponse response = new MinimalResponse(200, HEADERS);

        for (String name : List.of("Content-Type", "content-type", "CONTENT-TYPE")) {
            assertThat(response.header(name)).isEqualTo("application/json");
        }
    }

    @Test
    void returnsTheFirstOfSeveralValues() {
        assertThat(new MinimalResponse(200, HEADERS).header("x-several")).isEqualTo("first");
    }

    @Test
    void aHeaderIsAbsentIfItHasNoValue() {
        RawResponse response = new MinimalResponse(200, HEADERS);

        assertThat(response.header("X-Empty")).isNull();
        assertThat(response.header("X-Other")).isNull();
        assertThat(new MinimalResponse(200, Map.of()).header("X-Other")).isNull();
    }

    @Test
    void aBodyIsNotInMemoryByDefault() {
        RawResponse response = new MinimalResponse(200, HEADERS);

        assertThat(response.bufferedLength()).isEqualTo(-1);
        assertThatCode(response::close).doesNotThrowAnyException();
    }

    @Test
    void aResponseInMemoryKnowsItsLength() throws IOException {
        RawResponse response = RawResponse.of(404, HEADERS, new byte[] {1, 2, 3});

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.headers()).isEqualTo(HEADERS);
        assertThat(response.bufferedLength()).isEqualTo(3);
        assertThat(response.body().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void closingAResponseClosesItsStream() throws IOException {
        AtomicInteger closes = new AtomicInteger();
        RawResponse response = RawResponse.of(200, HEADERS, new ByteArrayInputStream(new byte[] {1}) {
            @Override
            public void close() {
                closes.incrementAndGet();
            }
        });
        assertThat(response.bufferedLength()).isEqualTo(-1);
        assertThat(response.body().read()).isOne();

        response.close();

        assertThat(closes).hasValue(1);
    }

    @Test
    void reportsAStreamThatCannotBeClosed() {
        IOException reset = new IOException("reset");
        RawResponse response = RawResponse.of(200, HEADERS, new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() throws IOException {
                throw reset;
            }
        });

        assertThatThrownBy(response::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(reset);
    }
}
