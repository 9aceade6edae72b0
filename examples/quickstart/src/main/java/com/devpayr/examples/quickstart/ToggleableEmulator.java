package com.devpayr.examples.quickstart;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.net.URI;

/** The copy's way to DevPayr, which can be cut and mended: an emulator of its own that comes back where it was. */
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

    void cut() {
        emulator.close();
    }

    void mend() {
        emulator = DevPayrEmulator.start(platform, URI.create(baseUrl()).getPort());
    }

    @Override
    public void close() {
        emulator.close();
    }
}
