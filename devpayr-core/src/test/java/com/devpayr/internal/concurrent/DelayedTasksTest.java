package com.devpayr.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The start of delayed tasks, and the threads on which they run. */
class DelayedTasksTest {
    private final CompletableFuture<Long> run = new CompletableFuture<>();

    @Test
    void aTaskRunsAfterTheDelay() {
        long start = System.nanoTime();
        DelayedTasks.schedule(() -> run.complete(System.nanoTime() - start), Duration.ofMillis(20));

        assertThat(run).succeedsWithin(Duration.ofSeconds(30)).satisfies(elapsed -> assertThat(elapsed)
                .isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos()));
    }

    /** Waits for the timer in the task, which never ends on the thread of the timer. */
    @Test
    void aTaskThatBlocksDoesNotBlockTheTimerOfTheJdk() {
        DelayedTasks.schedule(
                () -> run.complete(new CompletableFuture<Long>()
                        .completeOnTimeout(7L, 1, TimeUnit.MILLISECONDS)
                        .join()),
                Duration.ofMillis(1));

        assertThat(run).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(7L);
    }
}
