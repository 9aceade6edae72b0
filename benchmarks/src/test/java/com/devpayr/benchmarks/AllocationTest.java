package com.devpayr.benchmarks;

import static com.devpayr.benchmarks.Allocation.CALLS_IN_MEMORY;
import static com.devpayr.benchmarks.Allocation.CALLS_OVER_LOOPBACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.caller.Caller;
import com.devpayr.benchmarks.caller.Callers;
import com.devpayr.benchmarks.jmh.GuardBenchmark;
import com.devpayr.benchmarks.jmh.StackBenchmark;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory allocated by calls, which unlike time does not depend on the machine. Run with {@code mvn -Pallocations}; see README. */
class AllocationTest {
    private final StackBenchmark stack = new StackBenchmark();

    @Test
    void guardAllocatesNothing() throws IOException {
        GuardBenchmark guard = new GuardBenchmark();
        assertThat(Allocation.of(CALLS_IN_MEMORY, guard::current)).isZero();
        assertThat(Allocation.of(CALLS_IN_MEMORY, guard::check)).isZero();
    }

    @Test
    void resilienceAndGuardAllocateAtMost300Bytes() throws IOException {
        assertThat(Allocation.of(CALLS_IN_MEMORY, stack::resilienceAndGuard)
                        - Allocation.of(CALLS_IN_MEMORY, stack::facade))
                .isLessThanOrEqualTo(300);
    }

    /** Feign's own client parses more, so that a call over it allocates more than one of this library. */
    @ParameterizedTest
    @CsvSource({"LICENSE, feign, -10600", "LICENSE, retrofit, 1500", "CHECK, feign, -28500", "CHECK, retrofit, 600"})
    void callAllocatesNoMoreThanItsLibraryAndALimit(BenchmarkedOperation operation, String transport, long bytes)
            throws IOException {
        try (StubServerProcess server = StubServerProcess.start();
                Caller library = Callers.blocking(transport, "library", operation, server.baseUrl());
                Caller sdk = Callers.blocking(transport, "sdk", operation, server.baseUrl())) {
            assertThat(Allocation.of(CALLS_OVER_LOOPBACK, sdk::call)
                            - Allocation.of(CALLS_OVER_LOOPBACK, library::call))
                    .isLessThanOrEqualTo(bytes);
        }
    }
}
