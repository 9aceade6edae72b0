package com.devpayr.resilience4j.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** How much memory and how many threads are in use, from time to time. */
final class Gauge {
    private record Reading(long heapBytes, long threads) {}

    private final List<Reading> readings = new ArrayList<>();

    /** Reads what is left after a garbage collection. */
    void read() {
        System.gc();
        readings.add(new Reading(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount()));
    }

    int size() {
        return readings.size();
    }

    /** The median of the third with this number, from 0. */
    long heapMegabytes(int third) {
        return median(third, Reading::heapBytes) / (1024 * 1024);
    }

    /** The median of the third with this number, from 0. */
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
