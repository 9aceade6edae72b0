package com.devpayr.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.benchmarks.caller.Caller;
import com.devpayr.benchmarks.caller.Callers;
import com.devpayr.benchmarks.caller.Question;
import com.devpayr.benchmarks.jmh.GuardBenchmark;
import com.devpayr.benchmarks.jmh.StackBenchmark;
import com.devpayr.benchmarks.server.RunningServer;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call allocates, which is the same on any machine, unlike its time. {@code mvn -Pallocations …}, see the README. */
class AllocationTest {
    private static final int WARM_UP = 30_000;
    private static final int CALLS = 2_000;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final StackBenchmark stack = new StackBenchmark();

    @Test
    void theGuardAllocatesNothing() throws IOException {
        GuardBenchmark guard = new GuardBenchmark();
        assertThat(allocated(guard::current)).isZero();
        assertThat(allocated(guard::check)).isZero();
    }

    @Test
    void theFacadeNeedsThreeKilobytesWithItsJson() throws IOException {
        assertThat(allocated(stack::facade)).isLessThanOrEqualTo(3 * 1024);
    }

    @Test
    void resilienceAndTheGuardNeedHalfAKilobyte() throws IOException {
        assertThat(allocated(stack::resilienceAndGuard) - allocated(stack::facade))
                .isLessThanOrEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit"})
    void aCallNeedsTwoKilobytesMoreThanTheLibraryThatItGoesThrough(String transport) throws IOException {
        try (RunningServer server = RunningServer.start();
                Caller library = Callers.blocking(transport, "library", Question.LICENSE, server.baseUrl());
                Caller sdk = Callers.blocking(transport, "sdk", Question.LICENSE, server.baseUrl())) {
            assertThat(allocated(sdk::call) - allocated(library::call)).isLessThanOrEqualTo(2 * 1024);
        }
    }

    /** Bytes a call on this thread, the least of some rounds: the compiler's work falls into the others. */
    private static long allocated(Work work) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
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

    private interface Work {
        Object run() throws IOException;
    }
}
