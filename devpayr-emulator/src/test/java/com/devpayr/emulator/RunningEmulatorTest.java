package com.devpayr.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.InMemoryDevPayr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningEmulatorTest {
    private static final String SEED = "{\"accounts\":[{\"name\":\"A\",\"projects\":[{\"name\":\"Seeded\"}]}]}";

    private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();

    private final Path directory;

    RunningEmulatorTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void clockRuns() throws Exception {
        try (RunningEmulator running = start()) {
            assertThat(running.platform().clock().isRunning()).isTrue();
        }
    }

    @Test
    void seedInitializesANewStateFile() throws Exception {
        Path state = directory.resolve("state.json");

        start("--seed", seed().toString(), "--state", state.toString()).close();

        assertThat(state).content().contains("Seeded");
    }

    @Test
    void existingStateFileTakesPrecedenceOverTheSeed() throws Exception {
        Path state = directory.resolve("state.json");
        try (RunningEmulator running = start("--state", state.toString())) {
            running.platform().project("Kept");
        }

        try (RunningEmulator running = start("--seed", seed().toString(), "--state", state.toString())) {
            assertThat(running.platform().snapshot().json()).contains("Kept").doesNotContain("Seeded");
        }
    }

    @Test
    void savesChangesWhileRunning() throws Exception {
        Path state = directory.resolve("state.json");
        try (WatchService watch = directory.getFileSystem().newWatchService();
                RunningEmulator running = start("--state", state.toString())) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            running.platform().project("Later");

            while (!Files.readString(state).contains("Later")) {
                WatchKey changed = watch.poll(30, TimeUnit.SECONDS);
                assertThat(changed).as("a new file").isNotNull();
                changed.pollEvents();
                changed.reset();
            }
        }
    }

    @Test
    void doesNotSaveAnUnchangedState() throws Exception {
        Path path = directory.resolve("state.json");
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        try (StateSaver saver = new StateSaver(platform, new StateFile(path), print())) {
            saver.save();
            Files.delete(path);

            saver.save();
            assertThat(path).doesNotExist();
            platform.project("New");
            saver.save();
            assertThat(path).exists();
        }
    }

    @Test
    void warnsAboutANonLoopbackAddress() throws Exception {
        start("--host", "0.0.0.0").close();
        assertThat(warnings.toString(UTF_8)).startsWith("warning: every client that can reach 0.0.0.0");

        warnings.reset();
        start("--host", "localhost").close();
        assertThat(warnings.toString(UTF_8)).isEmpty();
    }

    private Path seed() throws IOException {
        return Files.writeString(directory.resolve("seed.json"), SEED);
    }

    private RunningEmulator start(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 2];
        all[0] = "--port";
        all[1] = "0";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return RunningEmulator.start(Arguments.parse(all), print());
    }

    private PrintStream print() {
        return new PrintStream(warnings, true, UTF_8);
    }
}
