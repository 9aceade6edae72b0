package com.devpayr.guard;

import java.util.concurrent.Executor;

/** Threads and executors of the license guard. All threads are daemons, so they never keep the JVM alive. */
final class GuardThreads {
    private GuardThreads() {}

    /** Creates a daemon thread. */
    static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "devpayr-guard");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs a task on a new daemon thread. A pool would not pay off: there is about one task per hour. */
    static void run(Runnable task) {
        newThread(task).start();
    }

    /** Returns an executor that runs a task on the calling thread when the delegate throws, so that none is lost. */
    static Executor withCallerRunsFallback(Executor delegate) {
        return task -> {
            try {
                delegate.execute(task);
            } catch (Throwable rejected) { // also if no thread can be created
                task.run();
            }
        };
    }
}
