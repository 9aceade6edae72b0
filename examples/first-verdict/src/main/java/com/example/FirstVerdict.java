package com.example;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.retrofit.RetrofitDevPayr;

/** Checks the license of the application once and prints the verdict. */
public final class FirstVerdict {
    private FirstVerdict() {}

    public static void main(String[] arguments) {
        DevPayrConfig config = DevPayrConfig.fromEnvironment();
        try (DevPayr devpayr = RetrofitDevPayr.create(config);
                LicenseGuard guard = LicenseGuard.builder(devpayr)
                        .application("acme-photos")
                        .build()) {
            System.out.println(guard.messageFor(guard.check()));
        }
    }
}
