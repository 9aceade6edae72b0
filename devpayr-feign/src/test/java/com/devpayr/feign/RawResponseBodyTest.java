package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.spi.CallContext;
import com.devpayr.spi.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The body with which Feign passes on a response. */
class RawResponseBodyTest {
    private final AtomicInteger closes = new AtomicInteger();
    private final RawResponse response = new RawResponse() {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream("ä".getBytes(UTF_8));
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    };
    private final RawResponseBody body = RawResponseBody.of(CallContext.DEFAULT, response);

    @Test
    void isTheBodyOfTheResponse() throws IOException {
        assertThat(body.asInputStream()).hasContent("ä");
        try (Reader reader = body.asReader(UTF_8)) {
            assertThat(reader.read()).isEqualTo('ä');
        }
    }

    @Test
    void hasAnUnknownLengthAndCanBeReadOnce() {
        assertThat(body.length()).isNull();
        assertThat(body.isRepeatable()).isFalse();
    }

    @Test
    void closesTheResponse() {
        body.close();

        assertThat(closes).hasValue(1);
    }
}
