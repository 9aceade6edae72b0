package com.devpayr.jackson.internal;

import com.devpayr.spi.CallThreads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/** Threads whose work waits until a test runs it, and which record what ran where. */
final class QueuedThreads implements CallThreads {
    /** The kinds of work that were handed over so far, in order: {@code blocking} or {@code complete}. */
    final List<String> log = new ArrayList<>();

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean isClosed;

    @Override
    public void runBlocking(Runnable task) {
        add("blocking", task);
    }

    @Override
    public void complete(Runnable task) {
        add("complete", task);
    }

    private void add(String kind, Runnable task) {
        if (isClosed) {
            throw new RejectedExecutionException("the event loop has ended");
        }
        log.add(kind);
        tasks.add(task);
    }

    /** Accepts no more work. */
    void close() {
        isClosed = true;
    }

    /** Runs the work that waits longest. */
    void runNext() {
        tasks.remove().run();
    }

    /** Runs all work that waits, and the work that comes of it. */
    void runAll() {
        while (!tasks.isEmpty()) {
            runNext();
        }
    }
}
