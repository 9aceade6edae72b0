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
 * An open folder. Every name is one of its own entries, and no symbolic link is ever followed. Where the operating
 * system can, a folder stays the same one even if someone puts another thing in its place.
 */
interface Directory extends Closeable {
    /** This folder by another handle. */
    String SELF = ".";

    /** Opens a root, whose own path may lead over links: whoever names it vouches for it. */
    @SuppressWarnings("StreamResourceLeak") // the folder closes it
    static Directory openRoot(Path path) throws IOException {
        Path real = path.toRealPath();
        DirectoryStream<Path> stream = Files.newDirectoryStream(real);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new SecureDirectory(secure, real);
        }
        stream.close();
        return new PathDirectory(real);
    }

    /** Opens a folder in this one. */
    Directory openDirectory(String name) throws IOException;

    /** What is known of an entry; null when there is none. */
    @Nullable
    EntryAttributes attributes(String name) throws IOException;

    /** The names of all entries. */
    List<String> list() throws IOException;

    /**
     * A file's content.
     *
     * @param max how many bytes it may have
     * @throws IOException also when it has more
     */
    byte[] read(String name, int max) throws IOException;

    /** Makes a new file with owner permissions. */
    NewFile createFile(String name) throws IOException;

    /** Gives a file these permissions, where the file system has any. */
    void setPermissions(String name, Set<PosixFilePermission> permissions) throws IOException;

    /** Moves an entry, replacing a file that is there, in one step. */
    void move(String name, Directory target, String newName) throws IOException;

    void deleteFile(String name) throws IOException;

    void deleteDirectory(String name) throws IOException;

    /** Makes a folder with owner permissions. Only for a root: it goes by the path. */
    void createDirectory(String name) throws IOException;

    /** Takes the lock that a file stands for; null when another process has it. */
    @Nullable
    Closeable tryLock(String name) throws IOException;

    /** Has the operating system keep the entries through a loss of power, where it can. */
    void sync() throws IOException;

    /** A file being written. */
    interface NewFile extends Closeable {
        void write(byte[] content) throws IOException;

        /** Has the operating system keep the content through a loss of power. */
        void sync() throws IOException;
    }

    /**
     * What is known of an entry.
     *
     * @param type what it is
     * @param size in bytes
     * @param permissions empty where the file system has none
     */
    record EntryAttributes(EntryType type, long size, Set<PosixFilePermission> permissions) {}

    /** What an entry is. */
    enum EntryType {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        OTHER
    }
}
