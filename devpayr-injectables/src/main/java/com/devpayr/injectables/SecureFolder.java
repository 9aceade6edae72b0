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

/** A folder held open by the operating system: what is done in it is done there, whatever happens to its path. */
final class SecureFolder implements Folder {
    private final SecureDirectoryStream<Path> stream;
    private final Path path;

    SecureFolder(SecureDirectoryStream<Path> stream, Path path) {
        this.stream = stream;
        this.path = path;
    }

    @Override
    public Folder open(String name) throws IOException {
        return new SecureFolder(stream.newDirectoryStream(entry(name), LinkOption.NOFOLLOW_LINKS), path.resolve(name));
    }

    @Override
    public @Nullable Facts facts(String name) throws IOException {
        return Entries.facts(stream.getFileAttributeView(entry(name), Entries.viewOf(path), LinkOption.NOFOLLOW_LINKS));
    }

    /** By a handle of its own, since a stream can be read but once. */
    @Override
    public List<String> names() throws IOException {
        return Entries.names(stream.newDirectoryStream(entry(ITSELF), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public byte[] read(String name, int max) throws IOException {
        return Entries.read(stream.newByteChannel(entry(name), Entries.READ), max);
    }

    @Override
    public Draft create(String name) throws IOException {
        return Entries.draft(stream.newByteChannel(entry(name), Entries.CREATE, Entries.fileRights(path)));
    }

    @Override
    public void setRights(String name, Set<PosixFilePermission> rights) throws IOException {
        PosixFileAttributeView view =
                stream.getFileAttributeView(entry(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            view.setPermissions(rights);
        }
    }

    @Override
    public void move(String name, Folder target, String newName) throws IOException {
        stream.move(entry(name), ((SecureFolder) target).stream, entry(newName));
    }

    @Override
    public void deleteFile(String name) throws IOException {
        stream.deleteFile(entry(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        stream.deleteDirectory(entry(name));
    }

    @Override
    public void makeFolder(String name) throws IOException {
        Files.createDirectory(path.resolve(name), Entries.folderRights(path));
    }

    @Override
    public @Nullable Closeable lock(String name) throws IOException {
        return Entries.lock(stream.newByteChannel(entry(name), Entries.LOCK, Entries.fileRights(path)));
    }

    @Override
    public void sync() throws IOException {
        try (SeekableByteChannel channel = stream.newByteChannel(entry(ITSELF), Entries.READ)) {
            Entries.force(channel);
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
