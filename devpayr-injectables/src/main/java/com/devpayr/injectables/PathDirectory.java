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
final class PathDirectory implements Directory {
    private final Path path;

    PathDirectory(Path path) {
        this.path = path;
    }

    @Override
    public Directory openDirectory(String name) throws IOException {
        PathDirectory directory = new PathDirectory(entry(name));
        directory.check();
        return directory;
    }

    @Override
    public @Nullable EntryAttributes attributes(String name) throws IOException {
        return DirectorySupport.attributes(Files.getFileAttributeView(
                entry(name), DirectorySupport.attributeView(path), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // closed by whom it is given to
    public List<String> list() throws IOException {
        check();
        return DirectorySupport.listNames(Files.newDirectoryStream(path));
    }

    @Override
    public byte[] read(String name, int max) throws IOException {
        return DirectorySupport.read(Files.newByteChannel(entry(name), DirectorySupport.READ), max);
    }

    @Override
    public NewFile createFile(String name) throws IOException {
        return DirectorySupport.newFile(
                Files.newByteChannel(entry(name), DirectorySupport.CREATE_NEW, DirectorySupport.filePermissions(path)));
    }

    @Override
    public void setPermissions(String name, Set<PosixFilePermission> permissions) throws IOException {
        if (DirectorySupport.supportsPosix(path)) {
            Files.setPosixFilePermissions(entry(name), permissions);
        }
    }

    @Override
    public void move(String name, Directory target, String newName) throws IOException {
        Files.move(
                entry(name),
                ((PathDirectory) target).entry(newName),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        Files.delete(entry(name));
    }

    @Override
    public void deleteDirectory(String name) throws IOException {
        Files.delete(entry(name));
    }

    @Override
    public void createDirectory(String name) throws IOException {
        Files.createDirectory(entry(name), DirectorySupport.directoryPermissions(path));
    }

    @Override
    public @Nullable Closeable tryLock(String name) throws IOException {
        return DirectorySupport.tryLock(Files.newByteChannel(
                entry(name), DirectorySupport.CREATE_OR_OPEN, DirectorySupport.filePermissions(path)));
    }

    /** Such systems keep entries by themselves. */
    @Override
    public void sync() {}

    @Override
    public void close() {}

    private Path entry(String name) throws IOException {
        check();
        return name.equals(SELF) ? path : path.resolve(name);
    }

    private void check() throws IOException {
        if (!path.toRealPath().equals(path)) {
            throw new IOException("the folder is reached over a symbolic link or under another name");
        }
    }
}
