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
 * A directory that is identified by its path, for operating systems that cannot hold a directory open, such as Windows.
 * Before each operation the path is checked to lead to the same place as when the directory was opened. The path can
 * still be replaced between the check and the operation.
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
    @SuppressWarnings("StreamResourceLeak") // closed by listNames
    public List<String> list() throws IOException {
        check();
        return DirectorySupport.listNames(Files.newDirectoryStream(path));
    }

    @Override
    public byte[] read(String name, int maxBytes) throws IOException {
        return DirectorySupport.read(Files.newByteChannel(entry(name), DirectorySupport.READ), maxBytes);
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

    /** Does nothing: such systems cannot force a directory to the disk, but write its entries on their own. */
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
            throw new IOException("the directory was replaced by a symbolic link or is reached by another name");
        }
    }
}
