package com.devpayr.resilience4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Virtual time that advances only when a test advances it or a task waits. */
final class VirtualTimeScheduler implements Scheduler {
    private static final class Task {
        private final Runnable work;
        private final long due;

        Task(Runnable work, long due) {
            this.work = work;
            this.due = due;
        }
    }

    private final List<Task> tasks = new ArrayList<>();
    private final List<Duration> sleeps = new ArrayList<>();
    private long now = 1_000_000_000L;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        now += duration.toNanos();
    }

    @Override
    public synchronized Runnable schedule(Runnable work, Duration delay) {
        Task task = new Task(work, now + delay.toNanos());
        tasks.add(task);
        return () -> drop(task);
    }

    private synchronized void drop(Task task) {
        tasks.remove(task);
    }

    /** Returns the durations that were slept, in order. */
    synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    /** Returns the number of scheduled tasks. */
    synchronized int scheduledTasks() {
        return tasks.size();
    }

    /** Advances the time and runs the tasks that become due, in order. */
    void advance(Duration duration) {
        long until = nanoTime() + duration.toNanos();
        while (runNext(until)) {}
        moveTo(until);
    }

    /** Advances the time from task to task until a condition holds. */
    void advanceUntil(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (!runNext(Long.MAX_VALUE)) {
                throw new AssertionError("no task is scheduled");
            }
        }
    }

    private boolean runNext(long until) {
        Task next = take(until);
        if (next == null) {
            return false;
        }
        next.work.run();
        return true;
    }

    private synchronized @Nullable Task take(long until) {
        Task next = tasks.stream()
                .filter(task -> task.due <= until)
                .min(Comparator.comparingLong(task -> task.due))
                .orElse(null);
        if (next != null) {
            drop(next);
            moveTo(Math.max(now, next.due));
        }
        return next;
    }

    private synchronized void moveTo(long time) {
        now = time;
    }
}
