package com.devpayr.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorLoopDetectorTest {
    private final CursorLoopDetector loops = new CursorLoopDetector(Operation.LICENSE_LIST);

    @Test
    void acceptsDifferentCursors() {
        assertThatCode(() -> IntStream.range(0, 10_000).forEach(page -> loops.check(1, "cursor " + page)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "0, 7", "5, 3", "100, 1", "100, 40", "3, 1000"})
    void detectsALoopWithinAFewRounds(int leadIn, int length) {
        int noticed = 0;
        try {
            for (; noticed < 10_000; noticed++) {
                loops.check(1, "cursor " + (noticed < leadIn ? noticed : leadIn + (noticed - leadIn) % length));
            }
        } catch (ProtocolException loop) {
            assertThat(noticed).isGreaterThanOrEqualTo(leadIn + length).isLessThan(4 * (leadIn + length) + 4);
            return;
        }
        throw new AssertionError("the loop was not noticed");
    }

    @Test
    void acceptsEmptyPagesBetweenOthers() {
        assertThatCode(() -> IntStream.range(0, 1000).forEach(page -> loops.check(page % 99, "cursor " + page)))
                .doesNotThrowAnyException();
    }

    @Test
    void reportsAHundredConsecutiveEmptyPages() {
        IntStream.range(0, 99).forEach(page -> loops.check(0, "cursor " + page));

        assertThatThrownBy(() -> loops.check(0, "one more"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("license.list")
                .hasMessageContaining("100 consecutive pages are empty");
    }
}
