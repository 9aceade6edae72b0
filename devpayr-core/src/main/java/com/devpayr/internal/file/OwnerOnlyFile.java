package com.devpayr.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A small file that is its owner's alone where the file system knows owners, and that others see whole or not at all.
 * Folders on the way are made as needed, with the same rights.
 *
 * <pre>{@code
 * OwnerOnlyFile file = new OwnerOnlyFile(state.resolve("fingerprint"));
 * boolean mine = file.create(bytes); // false when another process was first
 * }</pre>
 */
public final class OwnerOnlyFile {
    /** A file lock is held by the whole process, so that its threads need one of their own; it is never held for long. */
    private static final ReentrantLock PROCESS = new ReentrantLock();

    private final Path path;

    /** The file at a path, whether it is there or not. */
    public OwnerOnlyFile(Path path) {
        this.path = path;
    }

    /** What is done while no other process does the like. */
    @FunctionalInterface
    public interface Action<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * Its first bytes, no more than a limit.
     *
     * @throws NoSuchFileException when it is not there
     * @throws IOException when it cannot be read, or is something else than a file
     */
    public byte[] read(int limit) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException(path + " is not a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(limit);
        }
    }

    /** Makes it with its content, or leaves the one that is there: false then. */
    public boolean create(byte[] content) throws IOException {
        Path draft = draft(content);
        try {
            Files.createLink(path, draft);
            return true;
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return false;
        } catch (UnsupportedOperationException noLinks) {
            return move(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private boolean move(Path draft) throws IOException {
        try {
            Files.move(draft, path);
            return true;
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return false;
        }
    }

    /** Makes it, or puts the new content in the old one's place: whoever reads it meanwhile gets the one or the other. */
    public void replace(byte[] content) throws IOException {
        Path draft = draft(content);
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Deletes it if it is there. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Does something while no other thread and no other process that asks here does; leaves an empty file beside. */
    public <T> T locked(Action<T> action) throws IOException {
        PROCESS.lock();
        try (FileChannel channel = lockFile();
                FileLock held = channel.lock()) {
            requireNonNull(held);
            return action.run();
        } finally {
            PROCESS.unlock();
        }
    }

    private FileChannel lockFile() throws IOException {
        Path lock = folder().resolve(path.getFileName() + ".lock");
        return FileChannel.open(
                lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(lock, "rw-------"));
    }

    /** Forced to the disk, so that after a crash the name never leads to an empty file. */
    private Path draft(byte[] content) throws IOException {
        Path folder = folder();
        Path draft = Files.createTempFile(folder, path.getFileName() + "-", ".new", ownerOnly(folder, "rw-------"));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            return draft;
        } catch (IOException failure) {
            Files.deleteIfExists(draft);
            throw failure;
        }
    }

    private Path folder() throws IOException {
        Path folder = requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder");
        return Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }

    private static FileAttribute<?>[] ownerOnly(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
