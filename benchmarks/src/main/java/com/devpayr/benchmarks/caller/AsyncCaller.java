package com.devpayr.benchmarks.caller;

import java.util.concurrent.CompletableFuture;

/** A variant of making one asynchronous call. Thread-safe. */
public interface AsyncCaller extends AutoCloseable {
    /** Starts the call and returns its result, a type of the core model. */
    CompletableFuture<?> call();

    @Override
    void close();
}
