package com.devpayr.emulator;

import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Keeps a platform in a file: soon after each change, and at the end. */
final class Keeper implements AutoCloseable {
    private static final long PERIOD_MILLIS = 1000;

    /** A platform waits while its snapshot is taken, so that a large one is not saved all the time. */
    private static final int SHARE_OF_TIME = 20;

    private final InMemoryDevPayr platform;
    private final StateFile file;
    private final PrintStream complaints;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, Keeper::thread);
    private long savedRevision = -1;

    Keeper(InMemoryDevPayr platform, StateFile file, PrintStream complaints) {
        this.platform = platform;
        this.file = file;
        this.complaints = complaints;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** The file holds what the platform holds now. */
    synchronized void isUpToDate() {
        savedRevision = platform.revision();
    }

    /** Looks for changes from now on. */
    void start() {
        scheduleAfter(PERIOD_MILLIS);
    }

    private void scheduleAfter(long millis) {
        if (!worker.isShutdown()) {
            worker.schedule(this::saveAndGoOn, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void saveAndGoOn() {
        long start = System.nanoTime();
        try {
            save();
        } catch (IOException failure) {
            complaints.println("warning: the state was not saved: " + failure);
        }
        long taken = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        scheduleAfter(Math.max(PERIOD_MILLIS, taken * SHARE_OF_TIME));
    }

    /** Writes the file when something may have changed since the last time. */
    synchronized void save() throws IOException {
        long revision = platform.revision();
        if (revision != savedRevision) {
            file.write(platform.snapshot());
            savedRevision = revision;
        }
    }

    /** Saves for the last time. */
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
