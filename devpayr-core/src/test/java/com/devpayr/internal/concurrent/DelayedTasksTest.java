package com.devpayr.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The threads on which delayed tasks run. */
class DelayedTasksTest {
    private static final String TIMER = "CompletableFutureDelayScheduler";

    private final CompletableFuture<String> thread = new CompletableFuture<>();

    @Test
    void runsATaskAfterTheDelayButNotOnTheTimerOfTheJdk() {
        DelayedTasks.schedule(() -> thread.complete(Thread.currentThread().getName()), Duration.ofMillis(1));

        assertThat(thread)
                .succeedsWithin(Duration.ofSeconds(30))
                .isNotIn(TIMER, Thread.currentThread().getName());
    }
}
