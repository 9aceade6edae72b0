package com.devpayr.vertx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * Measures how long an event loop is occupied: the CPU time of a task, or between two ticks of a timer, and the time in locks,
 * waits and sleeps. Unlike the duration of a task, these do not depend on what else the machine does.
 */
final class EventLoopMonitor {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long thread = Thread.currentThread().getId();
    private final long waitedBefore;
    private volatile long lastCpuNanos;
    private volatile long longestNanos;

    /** Creates a monitor. Must be called on the event loop. */
    EventLoopMonitor() {
        THREADS.setThreadContentionMonitoringEnabled(true);
        waitedBefore = waited(thread);
        lastCpuNanos = THREADS.getCurrentThreadCpuTime();
    }

    private static long waited(long thread) {
        ThreadInfo info = THREADS.getThreadInfo(thread);
        return Math.max(0, info.getWaitedTime()) + Math.max(0, info.getBlockedTime());
    }

    /** Called by the timer, on the event loop. */
    void tick() {
        long now = THREADS.getCurrentThreadCpuTime();
        longestNanos = Math.max(longestNanos, now - lastCpuNanos);
        lastCpuNanos = now;
    }

    /** Runs a task on the event loop. */
    void run(Runnable task) {
        long start = THREADS.getCurrentThreadCpuTime();
        task.run();
        longestNanos = Math.max(longestNanos, THREADS.getCurrentThreadCpuTime() - start);
    }

    /** Describes the occupation as {@code longest task 12 ms, waited 0 ms}. The event loop must still run. */
    @Override
    public String toString() {
        return "longest task " + longestNanos / 1_000_000 + " ms, waited " + (waited(thread) - waitedBefore) + " ms";
    }
}
