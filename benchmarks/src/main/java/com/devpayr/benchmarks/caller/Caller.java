package com.devpayr.benchmarks.caller;

import java.io.IOException;

/** One variant to call DevPayr one question and wait for the answer. Safe for use by many threads. */
public interface Caller extends AutoCloseable {
    /** The answer, read into the core's model. */
    Object call() throws IOException;

    @Override
    void close();
}
