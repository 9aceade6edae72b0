package com.devpayr.benchmarks;

import static com.devpayr.benchmarks.Allocation.CALLS_IN_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.benchmarks.jmh.StackBenchmark;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** In a virtual machine of its own: the compiler spares fewer objects where it has seen other callers too. */
class FacadeAllocationTest {
    private final StackBenchmark stack = new StackBenchmark();

    @Test
    void facadeAllocatesAtMost3KbIncludingJson() throws IOException {
        assertThat(Allocation.of(CALLS_IN_MEMORY, stack::facade)).isLessThanOrEqualTo(3 * 1024);
    }
}
