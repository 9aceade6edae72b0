package com.devpayr.testkit.contract;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.DevPayrConfigBuilder;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract over HTTP, against an emulator of its own on a free port of the loopback interface.
 *
 * <pre>{@code
 * class FeignContractTest extends EmulatedContract {
 *     protected DevPayr open(DevPayrConfig config) {
 *         return FeignDevPayr.create(config);
 *     }
 * }
 * }</pre>
 */
public abstract class EmulatedContract extends DevPayrContract {
    private @Nullable DevPayrEmulator emulator;

    /** For subclasses. */
    protected EmulatedContract() {}

    /** A client of the transport under test. */
    protected abstract DevPayr open(DevPayrConfig config);

    @BeforeEach
    final void noEmulatorYet() {
        emulator = null;
    }

    @Override
    protected final DevPayr open(InMemoryDevPayr fake, DevPayrConfigBuilder config) {
        return open(config.baseUrl(emulatorOf(fake).baseUrl()).build());
    }

    private DevPayrEmulator emulatorOf(InMemoryDevPayr fake) {
        DevPayrEmulator running = emulator;
        if (running == null) {
            running = closing(DevPayrEmulator.start(fake));
            emulator = running;
        }
        return running;
    }
}
