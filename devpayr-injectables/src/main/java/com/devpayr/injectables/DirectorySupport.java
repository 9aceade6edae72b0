package com.devpayr.injectables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations that {@link SecureDirectory} and {@link PathDirectory} share. */
final class DirectorySupport {
    static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    static final Set<OpenOption> CREATE_NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    static final Set<OpenOption> CREATE_OR_OPEN =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final Set<PosixFilePermission> FILE_PERMISSIONS = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY_PERMISSIONS = PosixFilePermissions.fromString("rwx------");

    private DirectorySupport() {}

    static FileAttribute<?>[] filePermissions(Path path) {
        return permissions(path, FILE_PERMISSIONS);
    }

    static FileAttribute<?>[] directoryPermissions(Path path) {
        return permissions(path, DIRECTORY_PERMISSIONS);
    }

    private static FileAttribute<?>[] permissions(Path path, Set<PosixFilePermission> permissions) {
        return supportsPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    static boolean supportsPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static List<String> listNames(DirectoryStream<Path> stream) throws IOException {
        try (stream) {
            List<String> names = new ArrayList<>();
            for (Path entry : stream) {
                Path name = entry.getFileName();
                names.add(name == null ? entry.toString() : name.toString());
            }
            return names;
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    static byte[] read(SeekableByteChannel channel, int maxBytes) throws IOException {
        try (channel) {
            byte[] bytes = Channels.newInputStream(channel).readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IOException("the file is larger than " + maxBytes + " bytes");
            }
            return bytes;
        }
    }

    static Directory.@Nullable EntryAttributes attributes(BasicFileAttributeView view) throws IOException {
        try {
            BasicFileAttributes attributes = view.readAttributes();
            Set<PosixFilePermission> permissions =
                    attributes instanceof PosixFileAttributes posix ? posix.permissions() : Set.of();
            return new Directory.EntryAttributes(typeOf(attributes), attributes.size(), permissions);
        } catch (NoSuchFileException absent) {
            return null;
        }
    }

    private static Directory.EntryType typeOf(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Directory.EntryType.SYMBOLIC_LINK;
        }
        if (attributes.isDirectory()) {
            return Directory.EntryType.DIRECTORY;
        }
        return attributes.isRegularFile() ? Directory.EntryType.FILE : Directory.EntryType.OTHER;
    }

    static Class<? extends BasicFileAttributeView> attributeView(Path path) {
        return supportsPosix(path) ? PosixFileAttributeView.class : BasicFileAttributeView.class;
    }

    static Directory.NewFile newFile(SeekableByteChannel channel) {
        return new Directory.NewFile() {
            @Override
            public void write(byte[] content) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }

            @Override
            public void sync() throws IOException {
                force(channel);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    static void force(SeekableByteChannel channel) throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    /** Tries to lock a file; null when it is locked. Closing the result releases the lock. */
    static @Nullable Closeable tryLock(SeekableByteChannel channel) throws IOException {
        if (!(channel instanceof FileChannel file)) {
            return channel;
        }
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            // reported as null below
        } finally {
            if (lock == null) {
                file.close();
            }
        }
        return lock == null ? null : file;
    }
}
