package com.devpayr.emulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.testkit.InMemoryDevPayr;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StateSaverTest {
    /** The file system of the JDK's classes rejects changes with an unchecked exception. */
    @Test
    @Timeout(60)
    void savesAgainAfterAnUncheckedFailure() throws Exception {
        CountDownLatch warnings = new CountDownLatch(2);
        PrintStream signal = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(@Nullable String line) {
                warnings.countDown();
            }
        };
        StateFile readOnly = new StateFile(Path.of(URI.create("jrt:/java.base/state.json")));
        StateSaver saver = new StateSaver(InMemoryDevPayr.create(), readOnly, signal);

        saver.start();
        warnings.await();

        assertThatThrownBy(saver::close).isInstanceOf(UnsupportedOperationException.class);
    }
}
