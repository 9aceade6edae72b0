package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;

/**
 * A program that makes a call in each style, with one client that it closes and one that it leaves open, and ends. Prints
 * the threads that delay its end. {@link LifecycleTest} runs it in a separate JVM.
 */
final class ExitingProgram {
    static final String DONE = "used";

    private ExitingProgram() {}

    /** Takes the base URL. */
    public static void main(String[] arguments) {
        DevPayrConfig config = DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(arguments[0])
                .build();
        for (Style style : Style.values()) {
            style.open(RetrofitDevPayr.builder(config)).projects().get(7);
            try (DevPayr closed = style.open(RetrofitDevPayr.builder(config))) {
                closed.projects().get(7);
            }
        }
        System.out.println(DONE);
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                .forEach(System.out::println);
    }
}
