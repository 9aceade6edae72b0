package com.devpayr.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What a call allocates once it has been compiled. */
final class Allocation {
    /** Enough for the compiler, by how long a call takes: some two seconds of each. */
    static final int CALLS_IN_MEMORY = 1_000_000;

    static final int CALLS_OVER_LOOPBACK = 40_000;

    private static final int CALLS = 2_000;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Bytes a call on this thread, the least of some rounds: the compiler's work falls into the others. */
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
