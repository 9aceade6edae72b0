package com.devpayr.resilience4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Time that passes only when a test says so, or when something waits for it. */
final class HandTimer implements Timer {
    private static final class Task {
        private final Runnable work;
        private final long due;

        Task(Runnable work, long due) {
            this.work = work;
            this.due = due;
        }
    }

    private final List<Task> tasks = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
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
        waits.add(duration);
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

    /** What was slept, in order. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** How many tasks wait for their time. */
    synchronized int waiting() {
        return tasks.size();
    }

    /** Lets so much time pass; what is due meanwhile runs here, in order. */
    void advance(Duration duration) {
        long until = nanoTime() + duration.toNanos();
        while (runNext(until)) {}
        moveTo(until);
    }

    /** Lets time pass from task to task. */
    void advanceUntil(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (!runNext(Long.MAX_VALUE)) {
                throw new AssertionError("nothing is left to wait for");
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
