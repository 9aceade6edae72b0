package com.devpayr.injectables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory that the operating system holds open. Operations apply to it even when its path is replaced. */
final class SecureDirectory implements Directory {
    private final SecureDirectoryStream<Path> stream;
    private final Path path;

    SecureDirectory(SecureDirectoryStream<Path> stream, Path path) {
        this.stream = stream;
        this.path = path;
    }

    @Override
    public Directory openDirectory(String name) throws IOException {
        return new SecureDirectory(
                stream.newDirectoryStream(entry(name), LinkOption.NOFOLLOW_LINKS), path.resolve(name));
    }

    @Override
    public @Nullable EntryAttributes attributes(String name) throws IOException {
        return DirectorySupport.attributes(stream.getFileAttributeView(
                entry(name), DirectorySupport.attributeView(path), LinkOption.NOFOLLOW_LINKS));
    }

    /** Opens another stream, since a stream can be iterated only once. */
    @Override
    public List<String> list() throws IOException {
        return DirectorySupport.listNames(stream.newDirectoryStream(entry(SELF), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public byte[] read(String name, int maxBytes) throws IOException {
        return DirectorySupport.read(stream.newByteChannel(entry(name), DirectorySupport.READ), maxBytes);
    }

    @Override
    public NewFile createFile(String name) throws IOException {
        return DirectorySupport.newFile(stream.newByteChannel(
                entry(name), DirectorySupport.CREATE_NEW, DirectorySupport.filePermissions(path)));
    }

    @Override
    public void setPermissions(String name, Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView view =
                stream.getFileAttributeView(entry(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            view.setPermissions(permissions);
        }
    }

    @Override
    public void move(String name, Directory target, String newName) throws IOException {
        stream.move(entry(name), ((SecureDirectory) target).stream, entry(newName));
    }

    @Override
    public void deleteFile(String name) throws IOException {
        stream.deleteFile(entry(name));
    }

    @Override
    public void deleteDirectory(String name) throws IOException {
        stream.deleteDirectory(entry(name));
    }

    @Override
    public void createDirectory(String name) throws IOException {
        Files.createDirectory(path.resolve(name), DirectorySupport.directoryPermissions(path));
    }

    @Override
    public @Nullable Closeable tryLock(String name) throws IOException {
        return DirectorySupport.tryLock(stream.newByteChannel(
                entry(name), DirectorySupport.CREATE_OR_OPEN, DirectorySupport.filePermissions(path)));
    }

    @Override
    public void sync() throws IOException {
        try (SeekableByteChannel channel = stream.newByteChannel(entry(SELF), DirectorySupport.READ)) {
            DirectorySupport.force(channel);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private Path entry(String name) {
        return path.getFileSystem().getPath(name);
    }
}
