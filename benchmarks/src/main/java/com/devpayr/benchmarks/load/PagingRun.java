package com.devpayr.benchmarks.load;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.license.License;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/**
 * Reads lists of increasing length page by page, to run with a small heap. Prints the number of rows and the microseconds per row
 * for each length, and finally the peak heap usage in megabytes.
 */
public final class PagingRun {
    private static final int WARM_UP_ROWS = 100_000;
    private static final int MAX_ROWS = 1_000_000;
    private static final int ROWS_PER_LENGTH = 100_000;

    private PagingRun() {}

    /** Runs the program. Argument: base URL of a server whose project N has N licenses. */
    public static void main(String[] arguments) {
        DevPayrConfig config = DevPayrConfig.builder()
                .baseUrl(arguments[0])
                .apiKey("gk_1_1700000000_0123456789abcdef0123456789abcdef")
                .domain("shop.example.com")
                .build();
        try (DevPayr devpayr = FeignDevPayr.create(config)) {
            read(devpayr, WARM_UP_ROWS);
            for (int rows = 1000; rows <= MAX_ROWS; rows *= 10) {
                measure(devpayr, rows);
            }
            System.out.println(peakMegabytes());
        }
    }

    /** Measures the time per row. Reads short lists repeatedly. */
    private static void measure(DevPayr devpayr, int rows) {
        int repeats = Math.max(1, ROWS_PER_LENGTH / rows);
        long start = System.nanoTime();
        long read = 0;
        for (int i = 0; i < repeats; i++) {
            read += read(devpayr, rows);
        }
        double micros = (System.nanoTime() - start) / 1e3;
        System.out.printf(Locale.ROOT, "%d %.2f%n", read / repeats, micros / read);
    }

    private static long read(DevPayr devpayr, int rows) {
        long count = 0;
        for (License license : devpayr.licenses().listAll(rows)) {
            count += license.id() > 0 ? 1 : 0;
        }
        return count;
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1_000_000;
    }
}
