package com.devpayr.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.internal.file.OwnerOnlyFile;
import com.devpayr.testkit.PlatformSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that holds a snapshot. It is replaced atomically, and only its owner can read it, because it contains license
 * keys.
 */
final class StateFile {
    private final OwnerOnlyFile file;

    StateFile(Path path) {
        this.file = new OwnerOnlyFile(path.toAbsolutePath());
    }

    boolean exists() {
        return Files.exists(file.path());
    }

    PlatformSnapshot read() throws IOException {
        return PlatformSnapshot.ofJson(Files.readString(file.path(), UTF_8));
    }

    /**
     * Writes the file.
     *
     * @throws NoSuchFileException when its directory does not exist, which is usually a typing error
     */
    void write(PlatformSnapshot snapshot) throws IOException {
        Path directory = file.path().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString(), null, "the directory does not exist");
        }
        file.replace(snapshot.json().getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return file.path().toString();
    }
}
