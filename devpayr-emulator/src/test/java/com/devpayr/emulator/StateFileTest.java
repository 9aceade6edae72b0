package com.devpayr.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.PlatformSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private final InMemoryDevPayr platform = InMemoryDevPayr.create();

    private final Path directory;

    StateFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void readsBackTheWrittenSnapshot() throws Exception {
        StateFile file = new StateFile(directory.resolve("state.json"));
        platform.project("Größe ✓").license("Pro");
        assertThat(file.exists()).isFalse();

        file.write(platform.snapshot());

        assertThat(file.exists()).isTrue();
        assertThat(file.read().json()).isEqualTo(platform.snapshot().json());
    }

    @Test
    @Timeout(60)
    void readersSeeTheOldOrTheNewSnapshot() throws Exception {
        StateFile file = new StateFile(directory.resolve("state.json"));
        PlatformSnapshot small = PlatformSnapshot.ofJson("{\"accounts\":[]}");
        PlatformSnapshot large = PlatformSnapshot.ofJson("{\"accounts\":[" + " ".repeat(2_000_000) + "]}");
        file.write(small);

        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (!isOver.get()) {
                write(file, large);
                write(file, small);
            }
        });
        try {
            int largeReads = 0;
            for (int reads = 0; !writing.isDone() && (reads < 50 || largeReads < 10); reads++) {
                int length = file.read().json().length();
                assertThat(length).isIn(small.json().length(), large.json().length());
                largeReads += length == large.json().length() ? 1 : 0;
            }
        } finally {
            isOver.set(true);
        }
        writing.join();
    }

    private static void write(StateFile file, PlatformSnapshot snapshot) {
        try {
            file.write(snapshot);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void failedWriteLeavesNoFile() throws Exception {
        Path occupied = Files.createDirectories(directory.resolve("state.json/inside"));

        assertThatIOException()
                .isThrownBy(() -> new StateFile(directory.resolve("state.json")).write(platform.snapshot()));

        assertThat(occupied).exists();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(directory.resolve("state.json"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanReadTheFile() throws Exception {
        Path path = directory.resolve("state.json");

        new StateFile(path).write(platform.snapshot());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }
}
