package com.devpayr.examples.quickstart;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.net.URI;

/** An emulator that can be stopped and started again on the same port, to simulate an outage. */
final class ToggleableEmulator implements AutoCloseable {
    private final InMemoryDevPayr platform;
    private DevPayrEmulator emulator;

    ToggleableEmulator(InMemoryDevPayr platform) {
        this.platform = platform;
        this.emulator = DevPayrEmulator.start(platform);
    }

    String baseUrl() {
        return emulator.baseUrl();
    }

    void stop() {
        emulator.close();
    }

    void start() {
        emulator = DevPayrEmulator.start(platform, URI.create(baseUrl()).getPort());
    }

    @Override
    public void close() {
        emulator.close();
    }
}
