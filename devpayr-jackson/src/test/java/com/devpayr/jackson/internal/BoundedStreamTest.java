package com.devpayr.jackson.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.jackson.internal.BoundedStream.TooLargeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The size limit of a response. */
class BoundedStreamTest {
    private static InputStream twoBytes(int limit) {
        return new BoundedStream(new ByteArrayInputStream(new byte[] {5, 6}), limit);
    }

    @Test
    void bytesUpToTheLimitAreRead() throws IOException {
        InputStream stream = twoBytes(2);

        assertThat(stream.read()).isEqualTo(5);
        assertThat(stream.read()).isEqualTo(6);
        assertThat(stream.read()).as("the end is not a byte").isEqualTo(-1);
        assertThat(twoBytes(2).readAllBytes()).containsExactly(5, 6);
    }

    @Test
    void aByteOfZeroCounts() throws IOException {
        InputStream stream = new BoundedStream(new ByteArrayInputStream(new byte[2]), 1);
        assertThat(stream.read()).isZero();

        assertThatThrownBy(stream::read).isInstanceOf(TooLargeException.class);
    }

    @Test
    void moreBytesAreRejected() throws IOException {
        InputStream stream = twoBytes(1);
        assertThat(stream.read()).isEqualTo(5);

        assertThatThrownBy(stream::read).isInstanceOf(TooLargeException.class).hasMessage("more than 1 bytes");
        assertThatThrownBy(() -> twoBytes(1).readAllBytes()).isInstanceOf(TooLargeException.class);
    }
}
