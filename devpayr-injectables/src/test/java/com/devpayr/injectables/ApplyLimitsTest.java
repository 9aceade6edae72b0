package com.devpayr.injectables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.InvalidRequestException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ApplyLimitsTest {
    @Test
    void defaultsAreDocumented() {
        assertThat(ApplyLimits.DEFAULT)
                .hasToString("ApplyLimits[maxInjectables=1000, maxBytesPerInjectable=8388608, maxTotalBytes=67108864]")
                .isEqualTo(ApplyLimits.builder().build())
                .hasSameHashCodeAs(ApplyLimits.builder().build());
    }

    @Test
    void limitsAreEqualWhenEachValueIs() {
        assertThat(List.of(
                        ApplyLimits.builder().maxInjectables(1).build(),
                        ApplyLimits.builder().maxBytesPerInjectable(1).build(),
                        ApplyLimits.builder().maxTotalBytes(1).build()))
                .doesNotContain(ApplyLimits.DEFAULT)
                .doesNotHaveDuplicates()
                .contains(ApplyLimits.builder().maxTotalBytes(1).build())
                .extracting(ApplyLimits::hashCode)
                .doesNotHaveDuplicates();
    }

    @Test
    void aLimitIsAtLeastOne() {
        ApplyLimits.Builder builder = ApplyLimits.builder();

        assertRejected("maxInjectables", () -> builder.maxInjectables(0));
        assertRejected("maxBytesPerInjectable", () -> builder.maxBytesPerInjectable(0));
        assertRejected("maxTotalBytes", () -> builder.maxTotalBytes(0));
    }

    private static void assertRejected(String limit, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(limit + " is 0; it must be 1 or more");
    }
}
