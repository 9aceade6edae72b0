package com.devpayr.internal.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ApiException;
import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Failures of the steps of ensure. The contract suite covers the rest. */
class EnsureTest {
    private final ApiException conflict =
            ApiException.builder(Operation.PROJECT_CREATE, 409).build();

    private final AtomicInteger finds = new AtomicInteger();

    private Optional<String> findNothing() {
        if (finds.incrementAndGet() > 1) {
            throw conflict;
        }
        return Optional.empty();
    }

    private String create() {
        throw conflict;
    }

    /** For example from an interceptor that throws one exception for all calls. */
    @Test
    void reportsAnExceptionThatTwoStepsThrow() {
        assertThatThrownBy(() -> Ensure.run(this::findNothing, this::create)).isSameAs(conflict);
        assertThat(finds).hasValue(2);
    }

    /** For example from an interceptor that replaces the result of a call. */
    @Test
    @SuppressWarnings("NullAway")
    void failsIfACreateReturnsNull() {
        assertThat(AsyncEnsure.start(
                        () -> CompletableFuture.completedFuture(Optional.empty()),
                        () -> CompletableFuture.completedFuture(null)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void reportsAnExceptionThatTwoAsynchronousStepsThrow() {
        assertThat(AsyncEnsure.start(
                        () -> CompletableFuture.completedFuture(findNothing()),
                        () -> CompletableFuture.completedFuture(create())))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isSameAs(conflict);
        assertThat(finds).hasValue(2);
    }
}
