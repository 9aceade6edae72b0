package com.devpayr.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The number of processors that other programs keep busy. Their load makes ratios unreliable. */
final class MachineLoad {
    private static final double MAXIMUM = 0.5;
    private static final long SECONDS = 5;

    private MachineLoad() {}

    /**
     * Measures the load for five seconds and prints it.
     *
     * @throws IllegalStateException if more than half a processor is busy
     */
    static void requireQuietMachine() {
        double busy = measure();
        System.out.printf(Locale.ROOT, "Load: %.2f processors busy%n", busy);
        if (busy > MAXIMUM) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%.2f processors are busy, more than %.1f: no table is written. Stop other programs and run again.",
                    busy,
                    MAXIMUM));
        }
    }

    private static double measure() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        machine.getCpuLoad(); // the load is that since the last call
        try {
            TimeUnit.SECONDS.sleep(SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        double load = machine.getCpuLoad();
        if (load < 0) {
            throw new IllegalStateException("the load of this machine cannot be measured");
        }
        return load * machine.getAvailableProcessors();
    }
}
