package com.devpayr.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.devpayr.testkit.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A file that holds a snapshot: the old one or the new one, never a part of either. Others on this machine cannot read
 * it, since license keys are in it.
 */
final class StateFile {
    private final Path path;

    StateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    Snapshot read() throws IOException {
        return Snapshot.ofJson(Files.readString(path, UTF_8));
    }

    void write(Snapshot snapshot) throws IOException {
        Path written = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeNew(written, snapshot.json().getBytes(UTF_8));
            Files.move(written, path, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** On the disk itself before it takes the old file's place. */
    private static void writeNew(Path path, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, Set.of(CREATE_NEW, WRITE), forOwnerOnly(path))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
