package com.devpayr.testkit.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler for tests whose time is a {@link MutableClock}: days pass without waiting. Each task runs when it is due,
 * on the thread that advances the time; {@link #execute} runs a task on the calling thread. Safe for use by multiple
 * threads.
 *
 * <pre>{@code
 * ManualScheduler scheduler = new ManualScheduler(fake.clock());
 * LicenseGuard guard = LicenseGuard.builder(devpayr).application("acme-photos")
 *         .clock(fake.clock()).scheduler(scheduler).executor(scheduler).build();
 * guard.start();
 * scheduler.advance(Duration.ofDays(4)); // over a blocking client, all checks of these days are complete now
 * }</pre>
 *
 * <p>Does not support periodic tasks.
 */
public final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {
    private final MutableClock clock;
    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>();
    private volatile boolean shutDown;

    /** @param clock the time; must only be moved by this scheduler */
    public ManualScheduler(MutableClock clock) {
        this.clock = clock;
    }

    /** Advances the time and runs each task when it is due. */
    public void advance(Duration duration) {
        Instant end = clock.instant().plus(duration);
        for (Task<?> next = takeDue(end); next != null; next = takeDue(end)) {
            moveTo(next.at);
            next.run();
        }
        moveTo(end);
    }

    private void moveTo(Instant time) {
        if (time.isAfter(clock.instant())) {
            clock.set(time);
        }
    }

    private @Nullable Task<?> takeDue(Instant end) {
        synchronized (tasks) {
            Task<?> next = tasks.peek();
            return next == null || next.at.isAfter(end) ? null : tasks.poll();
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(Executors.callable(command), delay, unit);
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        if (shutDown) {
            throw new RejectedExecutionException("the scheduler is shut down");
        }
        Task<V> task = new Task<>(callable, clock.instant().plusNanos(unit.toNanos(delay)));
        synchronized (tasks) {
            tasks.add(task);
        }
        return task;
    }

    private final class Task<V extends @Nullable Object> extends FutureTask<V> implements ScheduledFuture<V> {
        private final Instant at;

        Task(Callable<V> work, Instant at) {
            super(work);
            this.at = at;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            synchronized (tasks) {
                tasks.remove(this);
            }
            return super.cancel(interrupt);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), at));
        }

        @Override
        public int compareTo(Delayed other) {
            return at.compareTo(((Task<?>) other).at);
        }
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public void shutdown() {
        shutDown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutDown;
    }

    @Override
    public boolean isTerminated() {
        return shutDown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutDown;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException(
                "periodic tasks are not supported; schedule the next run from the task");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException(
                "periodic tasks are not supported; schedule the next run from the task");
    }
}
