package com.devpayr.guard;

import com.devpayr.internal.concurrent.UncaughtFailures;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A timer that runs the guard's background task. At most one run is pending; scheduling another replaces it. */
final class RefreshTimer {
    private final @Nullable ScheduledExecutorService supplied;
    private final Runnable task;
    private @Nullable ScheduledExecutorService scheduler;
    private @Nullable Future<?> pending;

    /**
     * Creates a timer that is not running.
     *
     * @param supplied the scheduler to use; null to create a daemon thread on start and end it on stop
     */
    RefreshTimer(@Nullable ScheduledExecutorService supplied, Runnable task) {
        this.supplied = supplied;
        this.task = task;
    }

    synchronized void start() {
        if (!isRunning()) {
            scheduler = supplied != null ? supplied : newScheduler();
        }
    }

    private static ScheduledExecutorService newScheduler() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, GuardThreads::newThread);
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }

    /** Returns whether the timer was started and its scheduler still accepts tasks. */
    synchronized boolean isRunning() {
        return scheduler != null && !scheduler.isShutdown();
    }

    /** Schedules the next run, in milliseconds. Does nothing unless the timer is running. */
    synchronized void schedule(long delayMillis) {
        if (!isRunning() || scheduler == null) {
            return;
        }
        cancel();
        try {
            pending = scheduler.schedule(task, delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDownMeanwhile) {
            scheduler = null;
        } catch (Throwable failure) {
            scheduler = null; // the guard must not rely on checks that no longer take place
            UncaughtFailures.report(failure);
        }
    }

    synchronized void stop() {
        cancel();
        if (scheduler != null && supplied == null) {
            scheduler.shutdownNow();
        }
        scheduler = null;
    }

    private void cancel() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }
}
