package com.devpayr.internal.concurrent;

/** Reports failures of the application's code that must not change the outcome of what called it, such as a call. */
public final class UncaughtFailures {
    private UncaughtFailures() {}

    /**
     * Passes a failure to the uncaught exception handler of the current thread. Ignores a failure of the handler, as the JVM
     * does.
     */
    public static void report(Throwable failure) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        } catch (Throwable ignored) {
            return;
        }
    }
}
