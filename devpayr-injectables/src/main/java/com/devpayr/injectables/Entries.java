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

/** What both kinds of folders do alike, once they have opened something. */
final class Entries {
    static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    static final Set<OpenOption> CREATE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    static final Set<OpenOption> LOCK =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final Set<PosixFilePermission> FILE_RIGHTS = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER_RIGHTS = PosixFilePermissions.fromString("rwx------");

    private Entries() {}

    static FileAttribute<?>[] fileRights(Path place) {
        return rights(place, FILE_RIGHTS);
    }

    static FileAttribute<?>[] folderRights(Path place) {
        return rights(place, FOLDER_RIGHTS);
    }

    private static FileAttribute<?>[] rights(Path place, Set<PosixFilePermission> rights) {
        return hasRights(place)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    static boolean hasRights(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static List<String> names(DirectoryStream<Path> stream) throws IOException {
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

    static byte[] read(SeekableByteChannel channel, int max) throws IOException {
        try (channel) {
            byte[] bytes = Channels.newInputStream(channel).readNBytes(max + 1);
            if (bytes.length > max) {
                throw new IOException("the file has more than " + max + " bytes");
            }
            return bytes;
        }
    }

    static Folder.@Nullable Facts facts(BasicFileAttributeView view) throws IOException {
        try {
            BasicFileAttributes attributes = view.readAttributes();
            Set<PosixFilePermission> rights =
                    attributes instanceof PosixFileAttributes posix ? posix.permissions() : Set.of();
            return new Folder.Facts(kind(attributes), attributes.size(), rights);
        } catch (NoSuchFileException absent) {
            return null;
        }
    }

    private static Folder.Kind kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Folder.Kind.LINK;
        }
        if (attributes.isDirectory()) {
            return Folder.Kind.FOLDER;
        }
        return attributes.isRegularFile() ? Folder.Kind.FILE : Folder.Kind.OTHER;
    }

    static Class<? extends BasicFileAttributeView> viewOf(Path place) {
        return hasRights(place) ? PosixFileAttributeView.class : BasicFileAttributeView.class;
    }

    static Folder.Draft draft(SeekableByteChannel channel) {
        return new Folder.Draft() {
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

    /** Closing the channel gives the lock back. */
    static @Nullable Closeable lock(SeekableByteChannel channel) throws IOException {
        if (!(channel instanceof FileChannel file)) {
            return channel;
        }
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            // null below says the same
        } finally {
            if (lock == null) {
                file.close();
            }
        }
        return lock == null ? null : file;
    }
}
