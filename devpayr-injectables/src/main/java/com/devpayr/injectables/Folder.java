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
interface Folder extends Closeable {
    /** This folder by another handle. */
    String ITSELF = ".";

    /** Opens a root, whose own path may lead over links: whoever names it vouches for it. */
    @SuppressWarnings("StreamResourceLeak") // the folder closes it
    static Folder root(Path path) throws IOException {
        Path real = path.toRealPath();
        DirectoryStream<Path> stream = Files.newDirectoryStream(real);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new SecureFolder(secure, real);
        }
        stream.close();
        return new PathFolder(real);
    }

    /** Opens a folder in this one. */
    Folder open(String name) throws IOException;

    /** What is known of an entry; null when there is none. */
    @Nullable
    Facts facts(String name) throws IOException;

    /** The names of all entries. */
    List<String> names() throws IOException;

    /**
     * A file's content.
     *
     * @param max how many bytes it may have
     * @throws IOException also when it has more
     */
    byte[] read(String name, int max) throws IOException;

    /** Makes a new file with owner rights. */
    Draft create(String name) throws IOException;

    /** Gives a file these rights, where the file system has any. */
    void setRights(String name, Set<PosixFilePermission> rights) throws IOException;

    /** Moves an entry, replacing a file that is there, in one step. */
    void move(String name, Folder target, String newName) throws IOException;

    void deleteFile(String name) throws IOException;

    void deleteFolder(String name) throws IOException;

    /** Makes a folder with owner rights. Only for a root: it goes by the path. */
    void makeFolder(String name) throws IOException;

    /** Takes the lock that a file stands for; null when another process has it. */
    @Nullable
    Closeable lock(String name) throws IOException;

    /** Has the operating system keep the entries through a loss of power, where it can. */
    void sync() throws IOException;

    /** A file being written. */
    interface Draft extends Closeable {
        void write(byte[] content) throws IOException;

        /** Has the operating system keep the content through a loss of power. */
        void sync() throws IOException;
    }

    /**
     * What is known of an entry.
     *
     * @param kind what it is
     * @param size in bytes
     * @param rights empty where the file system has none
     */
    record Facts(Kind kind, long size, Set<PosixFilePermission> rights) {}

    /** What an entry is. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }
}
