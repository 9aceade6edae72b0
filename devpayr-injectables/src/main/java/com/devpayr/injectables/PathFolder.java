package com.devpayr.injectables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder known by its path, where the operating system cannot hold one open, as on Windows. Before each step its
 * path is checked to lead where it led when it was opened: that leaves a moment in which it can be changed.
 */
final class PathFolder implements Folder {
    private final Path path;

    PathFolder(Path path) {
        this.path = path;
    }

    @Override
    public Folder open(String name) throws IOException {
        PathFolder folder = new PathFolder(entry(name));
        folder.check();
        return folder;
    }

    @Override
    public @Nullable Facts facts(String name) throws IOException {
        return Entries.facts(Files.getFileAttributeView(entry(name), Entries.viewOf(path), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // closed by whom it is given to
    public List<String> names() throws IOException {
        check();
        return Entries.names(Files.newDirectoryStream(path));
    }

    @Override
    public byte[] read(String name, int max) throws IOException {
        return Entries.read(Files.newByteChannel(entry(name), Entries.READ), max);
    }

    @Override
    public Draft create(String name) throws IOException {
        return Entries.draft(Files.newByteChannel(entry(name), Entries.CREATE, Entries.fileRights(path)));
    }

    @Override
    public void setRights(String name, Set<PosixFilePermission> rights) throws IOException {
        if (Entries.hasRights(path)) {
            Files.setPosixFilePermissions(entry(name), rights);
        }
    }

    @Override
    public void move(String name, Folder target, String newName) throws IOException {
        Files.move(
                entry(name),
                ((PathFolder) target).entry(newName),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        Files.delete(entry(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        Files.delete(entry(name));
    }

    @Override
    public void makeFolder(String name) throws IOException {
        Files.createDirectory(entry(name), Entries.folderRights(path));
    }

    @Override
    public @Nullable Closeable lock(String name) throws IOException {
        return Entries.lock(Files.newByteChannel(entry(name), Entries.LOCK, Entries.fileRights(path)));
    }

    /** Such systems keep entries by themselves. */
    @Override
    public void sync() {}

    @Override
    public void close() {}

    private Path entry(String name) throws IOException {
        check();
        return name.equals(ITSELF) ? path : path.resolve(name);
    }

    private void check() throws IOException {
        if (!path.toRealPath().equals(path)) {
            throw new IOException("the folder is reached over a symbolic link or under another name");
        }
    }
}
