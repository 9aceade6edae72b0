package com.devpayr.benchmarks.caller;

import java.util.concurrent.CompletableFuture;

/** One variant to call DevPayr one question without waiting for the answer. Safe for use by many threads. */
public interface AsyncCaller extends AutoCloseable {
    /** The answer when it comes, read into the core's model. */
    CompletableFuture<?> call();

    @Override
    void close();
}
