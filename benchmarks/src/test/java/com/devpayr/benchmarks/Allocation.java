package com.devpayr.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures the memory that a call allocates after warm-up. */
final class Allocation {
    /** Warm-up calls, about two seconds each, so that the code is compiled. */
    static final int CALLS_IN_MEMORY = 1_000_000;

    static final int CALLS_OVER_LOOPBACK = 40_000;

    private static final int CALLS = 2_000;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Returns the bytes allocated per call on this thread. The minimum of several rounds, since the compiler disturbs some. */
    static long of(int warmUp, Work work) throws IOException {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        long[] rounds = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                work.run();
            }
            rounds[round] = (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
        }
        return Arrays.stream(rounds).min().orElseThrow();
    }

    interface Work {
        Object run() throws IOException;
    }
}
