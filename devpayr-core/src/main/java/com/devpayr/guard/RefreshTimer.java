package com.devpayr.guard;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wakes the guard up. One call at a time is pending; a new one takes its place. */
final class RefreshTimer {
    private final @Nullable ScheduledExecutorService supplied;
    private final Runnable task;
    private @Nullable ScheduledExecutorService scheduler;
    private @Nullable Future<?> pending;

    /** @param supplied whose threads to use; null for a daemon thread that is made at the start and ends with the stop */
    RefreshTimer(@Nullable ScheduledExecutorService supplied, Runnable task) {
        this.supplied = supplied;
        this.task = task;
    }

    synchronized void start() {
        if (isOn()) {
            return;
        }
        scheduler = supplied != null ? supplied : ownThread();
    }

    private static ScheduledExecutorService ownThread() {
        ScheduledThreadPoolExecutor own = new ScheduledThreadPoolExecutor(1, GuardThreads::daemon);
        own.setRemoveOnCancelPolicy(true);
        return own;
    }

    /** Whether it has been started and can still ring. */
    synchronized boolean isOn() {
        return scheduler != null && !scheduler.isShutdown();
    }

    /** Rings after a while; does nothing when it is not on. */
    synchronized void ringIn(long millis) {
        if (!isOn() || scheduler == null) {
            return;
        }
        cancel();
        try {
            pending = scheduler.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDownMeanwhile) {
            scheduler = null;
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
