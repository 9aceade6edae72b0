package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;

/** A program that makes a call in each style and ends. {@link LifecycleTest} runs it in a separate JVM. */
final class ExitingProgram {
    static final String DONE = "used";

    private ExitingProgram() {}

    /** Takes the base URL and whether to close the clients. */
    public static void main(String[] arguments) {
        DevPayrConfig config = DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(arguments[0])
                .build();
        for (Style style : Style.values()) {
            DevPayr devpayr = style.open(RetrofitDevPayr.builder(config));
            devpayr.projects().get(7);
            if (Boolean.parseBoolean(arguments[1])) {
                devpayr.close();
            }
        }
        System.out.println(DONE);
    }
}
