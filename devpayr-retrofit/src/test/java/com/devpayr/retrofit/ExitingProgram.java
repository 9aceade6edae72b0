package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;

/** A program that makes one call and ends. {@link LifecycleTest} runs it in a separate JVM. */
final class ExitingProgram {
    static final String DONE = "used";

    private ExitingProgram() {}

    /** Takes the base URL, the style, and whether to close the client. */
    public static void main(String[] arguments) {
        DevPayr devpayr = Style.valueOf(arguments[1])
                .open(RetrofitDevPayr.builder(DevPayrConfig.builder()
                        .apiKey("api-key")
                        .domain("shop.example.com")
                        .baseUrl(arguments[0])
                        .build()));
        devpayr.projects().get(7);
        if (Boolean.parseBoolean(arguments[2])) {
            devpayr.close();
        }
        System.out.println(DONE);
    }
}
