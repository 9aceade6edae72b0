package com.devpayr.resilience4j;

import java.time.Duration;

/**
 * All time that passes here: how late it is, and the two ways to wait. {@link #system()} outside of tests; one that a
 * test moves by hand makes a minute of back-off take no time.
 */
public interface Timer {
    /** The machine's time. Holds no thread of its own. */
    static Timer system() {
        return SystemTimer.INSTANCE;
    }

    /** Nanoseconds since some fixed moment; never goes back. */
    long nanoTime();

    /**
     * Holds this thread for so long.
     *
     * @throws InterruptedException when the thread is interrupted, at once; its flag is then clear
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Runs a task once after so long, without holding a thread until then.
     *
     * @return ends the wait, so that the task never runs; does nothing once it does
     */
    Runnable schedule(Runnable task, Duration delay);
}
