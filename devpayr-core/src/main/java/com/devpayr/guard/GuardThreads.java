package com.devpayr.guard;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The guard's own threads: they never keep a process alive. */
final class GuardThreads {
    private GuardThreads() {}

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "devpayr-guard");
        thread.setDaemon(true);
        return thread;
    }

    /** A thread for each task: there is one task an hour. */
    static void run(Runnable task) {
        daemon(task).start();
    }

    /** An executor that does what another refuses on the thread that asks, so that no question stays without an answer. */
    static Executor neverRefusing(Executor executor) {
        return task -> {
            try {
                executor.execute(task);
            } catch (RejectedExecutionException | OutOfMemoryError noThread) {
                task.run();
            }
        };
    }
}
