package com.devpayr.guard;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits of tests that throw no checked exception, for tasks and callbacks. */
final class Latches {
    private Latches() {}

    /** Waits for another thread of the test. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(50, TimeUnit.SECONDS)) {
                throw new AssertionError("timed out waiting for another thread of the test");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
