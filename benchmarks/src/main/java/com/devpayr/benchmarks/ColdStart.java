package com.devpayr.benchmarks;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.page.PageRequest;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.vertx.VertxDevPayr;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the first call of a cold JVM costs on each transport: the median of child processes, one after the other in turns,
 * against an emulator in this one.
 *
 * <pre>{@code java -cp … com.devpayr.benchmarks.ColdStart}</pre>
 */
public final class ColdStart {
    private static final int ROUNDS = 11;
    private static final List<String> TRANSPORTS = List.of("none", "feign", "retrofit", "vertx");

    private ColdStart() {}

    /** Measures all, or, given a transport, a base URL and a key, is one child. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3) {
            child(arguments[0], arguments[1], arguments[2]);
        } else {
            measure();
        }
    }

    private static void measure() throws IOException, InterruptedException {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        String key = fake.globalKey().reveal();
        long[][] times = new long[TRANSPORTS.size()][ROUNDS];
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < times.length; i++) {
                    times[i][round] = run(TRANSPORTS.get(i), emulator.baseUrl(), key);
                }
            }
        }
        for (int i = 0; i < times.length; i++) {
            Arrays.sort(times[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %5d ms from the JVM's start to the first answer (%d to %d)%n",
                    TRANSPORTS.get(i),
                    times[i][ROUNDS / 2],
                    times[i][0],
                    times[i][ROUNDS - 1]);
        }
    }

    private static long run(String transport, String baseUrl, String key) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        transport,
                        baseUrl,
                        key)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new IllegalStateException(transport + " failed");
        }
        return Long.parseLong(answer.strip());
    }

    private static void child(String transport, String baseUrl, String key) {
        if (!transport.equals("none")) {
            DevPayrConfig config = DevPayrConfig.builder()
                    .baseUrl(baseUrl)
                    .apiKey(key)
                    .domain("shop.example.com")
                    .build();
            try (DevPayr devpayr = client(transport, config)) {
                devpayr.projects().list(PageRequest.first());
                report();
            }
        } else {
            report();
        }
    }

    private static void report() {
        System.out.println(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    private static DevPayr client(String transport, DevPayrConfig config) {
        return switch (transport) {
            case "feign" -> FeignDevPayr.create(config);
            case "retrofit" -> RetrofitDevPayr.create(config);
            case "vertx" -> VertxDevPayr.create(config).blocking();
            default -> throw new IllegalArgumentException("no transport " + transport);
        };
    }
}
