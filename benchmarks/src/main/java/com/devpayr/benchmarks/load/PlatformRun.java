package com.devpayr.benchmarks.load;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures the in-memory platform and its emulator with a number of licenses. Prints the median time in microseconds to fetch and
 * to check a license, first in memory, then over HTTP.
 */
public final class PlatformRun {
    private static final int WARM_UP = 5_000;
    private static final int CALLS = 5_000;
    /** Step between licenses. A prime number, so that all licenses are visited before one is repeated. */
    private static final int STRIDE = 7_919;

    private final int licenses;
    private final long project;
    private final long first;

    private PlatformRun(int licenses, long project, long first) {
        this.licenses = licenses;
        this.project = project;
        this.first = first;
    }

    /** Runs the program. Argument: number of licenses. */
    public static void main(String[] arguments) {
        int licenses = Integer.parseInt(arguments[0]);
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeProject project = fake.project("Acme").paid();
        String key = project.license("License 0").key().reveal();
        long first = project.license("License 1").id() - 1;
        for (int i = 2; i < licenses; i++) {
            project.license("License " + i);
        }
        PlatformRun run = new PlatformRun(licenses, project.id(), first);
        DevPayrConfig config = DevPayrConfig.builder()
                .apiKey(fake.createGlobalKey().reveal())
                .licenseKey(key)
                .domain("shop.example.com")
                .build();
        run.measure(fake.connect(config));
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake);
                DevPayr devpayr = FeignDevPayr.create(DevPayrConfig.builder()
                        .baseUrl(emulator.baseUrl())
                        .apiKey(fake.createGlobalKey().reveal())
                        .licenseKey(key)
                        .domain("shop.example.com")
                        .build())) {
            run.measure(devpayr);
        }
    }

    private void measure(DevPayr devpayr) {
        double fetch = median(i -> devpayr.licenses().get(project, first + (long) i * STRIDE % licenses));
        double check = median(i -> devpayr.runtime().checkPayment(PaymentQuery.ofProject()));
        System.out.printf(Locale.ROOT, "%.1f %.1f%n", fetch, check);
    }

    private static double median(Work work) {
        long[] nanos = new long[CALLS];
        for (int i = -WARM_UP; i < CALLS; i++) {
            long start = System.nanoTime();
            work.run(Math.abs(i));
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return nanos[CALLS / 2] / 1e3;
    }

    private interface Work {
        Object run(int call);
    }
}
