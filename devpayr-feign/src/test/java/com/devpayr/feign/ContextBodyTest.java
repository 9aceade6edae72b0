package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.devpayr.spi.CallContext;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The body of a response with the context of its call. */
class ContextBodyTest {
    private final AtomicInteger closes = new AtomicInteger();

    /** A body of three bytes that can be read repeatedly. */
    private final Response.Body body = new Response.Body() {
        @Override
        public Integer length() {
            return 3;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public InputStream asInputStream() {
            return new ByteArrayInputStream("abc".getBytes(UTF_8));
        }

        @Override
        public Reader asReader(Charset charset) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    };

    @Test
    void isTheBodyOfTheResponse() throws IOException {
        ContextBody attached = new ContextBody(CallContext.DEFAULT, body);

        assertThat(attached.length()).isEqualTo(3);
        assertThat(attached.isRepeatable()).isTrue();
        assertThat(attached.asInputStream()).hasContent("abc");
    }

    @Test
    void closesTheBodyOfTheResponse() throws IOException {
        new ContextBody(CallContext.DEFAULT, body).close();

        assertThat(closes).hasValue(1);
    }

    @Test
    void isEmptyIfTheResponseHasNoBody() throws IOException {
        ContextBody empty = new ContextBody(CallContext.DEFAULT, null);

        assertThat(empty.length()).isZero();
        assertThat(empty.isRepeatable()).isFalse();
        assertThat(empty.asInputStream()).isEmpty();
        assertThatCode(empty::close).doesNotThrowAnyException();
    }
}
