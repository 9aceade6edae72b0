package com.devpayr.examples.desktop;

import com.devpayr.config.DevPayrConfig;

/** The application against an emulator. The released application does not contain this class. */
public final class MainWithEmulator {
    private MainWithEmulator() {}

    /** Starts the application. Reads the license key and the emulator's base URL from the environment. */
    public static void main(String[] arguments) {
        Main.start(DevPayrConfig.fromEnvironment());
    }
}
