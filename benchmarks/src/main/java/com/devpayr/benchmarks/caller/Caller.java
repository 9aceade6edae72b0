package com.devpayr.benchmarks.caller;

import java.io.IOException;

/** A variant of making one blocking call. Thread-safe. */
public interface Caller extends AutoCloseable {
    /** Makes the call and returns its result, a type of the core model. */
    Object call() throws IOException;

    @Override
    void close();
}
