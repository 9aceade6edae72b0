package com.devpayr.resilience4j;

import com.devpayr.internal.concurrent.DelayedTasks;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits on the JDK's shared timer thread and runs tasks on the JDK's common pool. */
final class SystemScheduler implements Scheduler {
    static final SystemScheduler INSTANCE = new SystemScheduler();

    private SystemScheduler() {}

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    @Override
    public Runnable schedule(Runnable task, Duration delay) {
        return DelayedTasks.schedule(task, delay);
    }
}
