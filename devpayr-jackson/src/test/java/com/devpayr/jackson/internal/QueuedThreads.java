package com.devpayr.jackson.internal;

import com.devpayr.spi.CallThreads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/** Queues work until a test runs it, and records the kind of each task. */
final class QueuedThreads implements CallThreads {
    /** The kinds of all submitted tasks, in order: {@code blocking} or {@code complete}. */
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

    /** Rejects further tasks. */
    void close() {
        isClosed = true;
    }

    /** Runs the oldest queued task. */
    void runNext() {
        tasks.remove().run();
    }

    /** Runs all queued tasks, including those that they submit. */
    void runAll() {
        while (!tasks.isEmpty()) {
            runNext();
        }
    }
}
