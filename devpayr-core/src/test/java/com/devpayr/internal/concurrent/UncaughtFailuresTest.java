package com.devpayr.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UncaughtFailuresTest {
    private final IllegalStateException expected = new IllegalStateException("listener");

    @AfterEach
    void removeHandler() {
        Thread.currentThread().setUncaughtExceptionHandler(null);
    }

    @Test
    void passesAFailureToTheHandlerOfTheThread() {
        List<Throwable> reported = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));

        UncaughtFailures.report(expected);

        assertThat(reported).containsExactly(expected);
    }

    @Test
    void ignoresAFailureOfTheHandler() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            throw new IllegalStateException("handler");
        });

        assertThatNoException().isThrownBy(() -> UncaughtFailures.report(expected));
    }
}
