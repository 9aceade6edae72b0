package com.devpayr.resilience4j;

import java.time.Duration;

/**
 * The source of time of a {@link Resilience}: a monotonic clock and two ways to wait, blocking and asynchronous.
 * Production code uses {@link #system()}; a test can pass an implementation in which a minute of backoff takes no time.
 */
public interface Scheduler {
    /** Returns the scheduler that is based on the JVM's clock. It owns no thread. */
    static Scheduler system() {
        return SystemScheduler.INSTANCE;
    }

    /** Returns a monotonic time in nanoseconds, relative to an arbitrary origin. */
    long nanoTime();

    /**
     * Blocks the current thread for a duration.
     *
     * @throws InterruptedException when the thread is interrupted; its interrupt flag is then clear
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Runs a task once after a delay, without blocking a thread during the delay.
     *
     * @return cancels the task; has no effect once the task runs
     */
    Runnable schedule(Runnable task, Duration delay);
}
