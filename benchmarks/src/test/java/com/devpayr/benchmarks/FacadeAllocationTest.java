package com.devpayr.benchmarks;

import static com.devpayr.benchmarks.Allocation.CALLS_IN_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.benchmarks.jmh.StackBenchmark;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Runs in its own JVM, since escape analysis removes fewer allocations if a method has several callers. */
class FacadeAllocationTest {
    private final StackBenchmark stack = new StackBenchmark();

    @Test
    void facadeAllocatesAtMost3000BytesIncludingJson() throws IOException {
        assertThat(Allocation.of(CALLS_IN_MEMORY, stack::facade)).isLessThanOrEqualTo(3000);
    }
}
