package com.devpayr.injectables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open directory. Every name refers to an entry of this directory, and symbolic links are never followed. Where the
 * operating system supports it, the object keeps referring to the same directory when its path is replaced by something
 * else.
 */
interface Directory extends Closeable {
    /** The name by which a directory can be opened again. */
    String SELF = ".";

    /** Opens a root directory. Links on its own path are followed, since the path was chosen by the application. */
    @SuppressWarnings("StreamResourceLeak") // closed with the directory
    static Directory openRoot(Path path) throws IOException {
        Path real = path.toRealPath();
        DirectoryStream<Path> stream = Files.newDirectoryStream(real);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new SecureDirectory(secure, real);
        }
        stream.close();
        return new PathDirectory(real);
    }

    /** Opens a subdirectory. */
    Directory openDirectory(String name) throws IOException;

    /** Returns the attributes of an entry; null when there is none. */
    @Nullable
    EntryAttributes attributes(String name) throws IOException;

    /** Returns the names of all entries. */
    List<String> list() throws IOException;

    /**
     * Returns the content of a file.
     *
     * @throws IOException when the file cannot be read or has more bytes than allowed
     */
    byte[] read(String name, int maxBytes) throws IOException;

    /** Creates a new file with owner-only permissions. */
    NewFile createFile(String name) throws IOException;

    /** Sets the permissions of a file. Does nothing when the file system does not support POSIX permissions. */
    void setPermissions(String name, Set<PosixFilePermission> permissions) throws IOException;

    /** Moves an entry atomically. An existing file of the new name is replaced. */
    void move(String name, Directory target, String newName) throws IOException;

    void deleteFile(String name) throws IOException;

    void deleteDirectory(String name) throws IOException;

    /** Creates a subdirectory with owner-only permissions. Only safe in a root, since it is created by its path. */
    void createDirectory(String name) throws IOException;

    /** Tries to lock a file, which is created if absent. Returns null when another process holds the lock. */
    @Nullable
    Closeable tryLock(String name) throws IOException;

    /** Forces the entries to the disk, where the operating system supports it. */
    void sync() throws IOException;

    /** A new file that is being written. */
    interface NewFile extends Closeable {
        void write(byte[] content) throws IOException;

        /** Forces the content to the disk. */
        void sync() throws IOException;
    }

    /**
     * The attributes of an entry.
     *
     * @param size the size in bytes
     * @param permissions the POSIX permissions; empty when the file system does not support them
     */
    record EntryAttributes(EntryType type, long size, Set<PosixFilePermission> permissions) {}

    /** The type of an entry. */
    enum EntryType {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        OTHER
    }
}
