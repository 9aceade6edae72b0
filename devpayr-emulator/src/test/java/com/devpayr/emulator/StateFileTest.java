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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    void readersSeeTheOldOrTheNewSnapshot() throws Exception {
        StateFile file = new StateFile(directory.resolve("state.json"));
        PlatformSnapshot small = PlatformSnapshot.ofJson("{\"accounts\":[]}");
        PlatformSnapshot large = PlatformSnapshot.ofJson("{\"accounts\":[" + " ".repeat(2_000_000) + "]}");
        file.write(small);

        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 50; i++) {
                write(file, i % 2 == 0 ? large : small);
            }
        });
        do {
            assertThat(file.read().json().length())
                    .isIn(small.json().length(), large.json().length());
        } while (!writing.isDone());

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
