package com.devpayr.emulator;

import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Saves the state of a platform to a file periodically, when it has changed, and when it is closed. */
final class StateSaver implements AutoCloseable {
    private static final long PERIOD_MILLIS = 1000;

    /** Requests wait while a snapshot is taken, so saving a large state must take only a small share of the time. */
    private static final int MIN_PAUSE_PER_SAVE = 20;

    private final InMemoryDevPayr platform;
    private final StateFile file;
    private final PrintStream warnings;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, StateSaver::thread);
    private long savedRevision = -1;

    StateSaver(InMemoryDevPayr platform, StateFile file, PrintStream warnings) {
        this.platform = platform;
        this.file = file;
        this.warnings = warnings;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Records that the file holds the current state of the platform. */
    synchronized void markSaved() {
        savedRevision = platform.revision();
    }

    /** Starts saving periodically. */
    void start() {
        scheduleAfter(PERIOD_MILLIS);
    }

    private void scheduleAfter(long millis) {
        if (!worker.isShutdown()) {
            worker.schedule(this::saveAndReschedule, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void saveAndReschedule() {
        long start = System.nanoTime();
        try {
            save();
        } catch (IOException | RuntimeException failure) { // the next save may succeed
            warnings.println("warning: failed to save the state: " + failure);
        }
        long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        scheduleAfter(Math.max(PERIOD_MILLIS, elapsed * MIN_PAUSE_PER_SAVE));
    }

    /** Writes the file if the state may have changed since it was last saved. */
    synchronized void save() throws IOException {
        long revision = platform.revision();
        if (revision != savedRevision) {
            file.write(platform.snapshot());
            savedRevision = revision;
        }
    }

    /** Stops saving periodically and saves once more. */
    @Override
    public void close() throws IOException {
        worker.shutdown();
        save();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "devpayr-emulator-state");
        thread.setDaemon(true);
        return thread;
    }
}
