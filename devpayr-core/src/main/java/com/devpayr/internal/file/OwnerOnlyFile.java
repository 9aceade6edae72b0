package com.devpayr.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * A small file that is readable by its owner only (on POSIX file systems) and replaced atomically. Missing directories are
 * created with the same permissions.
 *
 * <pre>{@code
 * OwnerOnlyFile file = new OwnerOnlyFile(state.resolve("fingerprint"));
 * boolean created = file.create(bytes); // false if another process created it first
 * }</pre>
 */
public final class OwnerOnlyFile {
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

    private final Path path;
    private final FileMutex mutex;

    /** Creates a reference to a file, which need not exist. */
    public OwnerOnlyFile(Path path) {
        this(path, LOCK_TIMEOUT);
    }

    OwnerOnlyFile(Path path, Duration lockTimeout) {
        this.path = path;
        this.mutex = new FileMutex(lockTimeout);
    }

    /** An action that runs while the file is locked. */
    @FunctionalInterface
    public interface Action<T> {
        /** Runs the action. */
        T run() throws IOException;
    }

    /** Returns the path. */
    public Path path() {
        return path;
    }

    /**
     * Reads the file, up to a limit in bytes.
     *
     * @throws NoSuchFileException if the file does not exist
     * @throws IOException if the file cannot be read or is not a regular file
     */
    public byte[] read(int limit) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException(path + " is not a regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(limit);
        }
    }

    /** Creates the file with the content; returns false and changes nothing if it exists. */
    public boolean create(byte[] content) throws IOException {
        Path temporary = temporary(content);
        try {
            Files.createLink(path, temporary);
            return true;
        } catch (FileAlreadyExistsException existsAlready) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException linksNotSupported) {
            return move(temporary); // Linux reports a file system without links, such as exFAT, as a missing permission
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean move(Path temporary) throws IOException {
        try {
            Files.move(temporary, path);
            return true;
        } catch (FileAlreadyExistsException existsAlready) {
            return false;
        }
    }

    /** Creates the file or atomically replaces its content: concurrent readers see either the old or the new content. */
    public void replace(byte[] content) throws IOException {
        Path temporary = temporary(content);
        try {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Deletes the file if it exists. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /**
     * Runs an action while holding a lock among all threads and processes. Leaves an empty lock file beside this file.
     *
     * @throws IOException if the action fails, or if the lock is not available within 2 seconds
     */
    public <T> T locked(Action<T> action) throws IOException {
        Path lock = directory().toRealPath().resolve(path.getFileName() + ".lock");
        return mutex.locked(lock, attributes(lock), action);
    }

    /** Writes a temporary file and forces it to disk, so that a crash after the rename cannot leave an empty file. */
    private Path temporary(byte[] content) throws IOException {
        Path directory = directory();
        Path temporary = Files.createTempFile(directory, path.getFileName() + "-", ".new", attributes(directory));
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            return temporary;
        } catch (IOException failure) {
            Files.deleteIfExists(temporary);
            throw failure;
        }
    }

    private Path directory() throws IOException {
        Path directory = requireNonNull(path.toAbsolutePath().getParent(), "a file has a parent directory");
        return Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    }

    /** Returns the attributes with which to create a file that is readable by its owner only; none if not on POSIX. */
    public static FileAttribute<?>[] attributes(Path path) {
        return ownerOnly(path, "rw-------");
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
