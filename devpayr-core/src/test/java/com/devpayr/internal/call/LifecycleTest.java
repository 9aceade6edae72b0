package com.devpayr.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    @Test
    void theResourceIsClosedOnce() {
        AtomicInteger closes = new AtomicInteger();
        Lifecycle lifecycle = new Lifecycle(closes::incrementAndGet);
        assertThatCode(lifecycle::requireOpen).doesNotThrowAnyException();

        lifecycle.close();
        lifecycle.close();

        assertThat(closes).hasValue(1);
        assertThatIllegalStateException()
                .isThrownBy(lifecycle::requireOpen)
                .withMessage("this DevPayr client is closed; create a new one");
    }

    @Test
    void reportsACloseFailureOnceAndClosesTheClient() {
        IOException reason = new IOException("stuck");
        Lifecycle lifecycle = new Lifecycle(() -> {
            throw reason;
        });

        assertThatIllegalStateException().isThrownBy(lifecycle::close).withCause(reason);
        assertThatCode(lifecycle::close).doesNotThrowAnyException();
        assertThatIllegalStateException().isThrownBy(lifecycle::requireOpen);
    }

    @Test
    void rethrowsAnUncheckedCloseFailureUnchanged() {
        IllegalArgumentException reason = new IllegalArgumentException("stuck");

        assertThatThrownBy(new Lifecycle(() -> {
                    throw reason;
                })::close)
                .isSameAs(reason);
    }
}
