package com.devpayr.spi;

/**
 * The threads on which the work of one call runs. For transports with threads that must not block, such as event loops; by
 * default all work runs on the current thread.
 */
public interface CallThreads {
    /** Runs everything on the current thread. */
    CallThreads CURRENT = new CallThreads() {
        @Override
        public void runBlocking(Runnable task) {
            task.run();
        }

        @Override
        public void complete(Runnable task) {
            task.run();
        }
    };

    /**
     * Runs work that may block: reading credentials from suppliers or mounted files, opening uploads, reading large
     * responses, loading classes.
     */
    void runBlocking(Runnable task);

    /** Runs the completion of the call's future, on the thread on which the caller expects its callbacks. */
    void complete(Runnable task);
}
