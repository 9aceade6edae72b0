package com.devpayr.resilience4j.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Periodic readings of heap use and thread count. */
final class ResourceMonitor {
    private record Reading(long heapBytes, long threads) {}

    private final List<Reading> readings = new ArrayList<>();

    /** Takes a reading after a garbage collection. */
    void read() {
        System.gc();
        readings.add(new Reading(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount()));
    }

    int size() {
        return readings.size();
    }

    /** Returns the median of a third of the run, numbered from 0. */
    long heapMegabytes(int third) {
        return median(third, Reading::heapBytes) / (1024 * 1024);
    }

    /** Returns the median of a third of the run, numbered from 0. */
    long threads(int third) {
        return median(third, Reading::threads);
    }

    private long median(int third, ToLongFunction<Reading> what) {
        int length = readings.size() / 3;
        return readings.subList(third * length, (third + 1) * length).stream()
                .map(what::applyAsLong)
                .sorted(Comparator.naturalOrder())
                .skip(length / 2)
                .findFirst()
                .orElseThrow();
    }
}
