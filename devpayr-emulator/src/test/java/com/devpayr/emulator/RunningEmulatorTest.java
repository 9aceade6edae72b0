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

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    private final Path directory;

    RunningEmulatorTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void itsClockRuns() throws Exception {
        try (RunningEmulator running = start()) {
            assertThat(running.platform().clock().isRunning()).isTrue();
        }
    }

    @Test
    void theSeedFillsAStateThatIsNew() throws Exception {
        Path state = directory.resolve("state.json");

        start("--seed", seed().toString(), "--state", state.toString()).close();

        assertThat(state).content().contains("Seeded");
    }

    @Test
    void theStateThatIsThereComesBeforeTheSeed() throws Exception {
        Path state = directory.resolve("state.json");
        try (RunningEmulator running = start("--state", state.toString())) {
            running.platform().project("Kept");
        }

        try (RunningEmulator running = start("--seed", seed().toString(), "--state", state.toString())) {
            assertThat(running.platform().snapshot().json()).contains("Kept").doesNotContain("Seeded");
        }
    }

    @Test
    void aChangeIsSavedWhileItRuns() throws Exception {
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
    void whatHasNotChangedIsNotWrittenAgain() throws Exception {
        Path path = directory.resolve("state.json");
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        try (Keeper keeper = new Keeper(platform, new StateFile(path), print())) {
            keeper.save();
            Files.delete(path);

            keeper.save();
            assertThat(path).doesNotExist();
            platform.project("New");
            keeper.save();
            assertThat(path).exists();
        }
    }

    @Test
    void anotherAddressThanThisMachinesIsWarnedOf() throws Exception {
        start("--host", "0.0.0.0").close();
        assertThat(complaints.toString(UTF_8)).startsWith("warning: everybody who can reach 0.0.0.0");

        complaints.reset();
        start("--host", "localhost").close();
        assertThat(complaints.toString(UTF_8)).isEmpty();
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
        return new PrintStream(complaints, true, UTF_8);
    }
}
