package com.devpayr.injectables;

import com.devpayr.injectable.InjectableCrypto;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory below the root that holds the manifest, backups of the original contents, and files that are staged
 * before they are moved into place.
 */
final class Journal implements Closeable {
    private static final String MANIFEST = "manifest";
    private static final String LOCK = "lock";
    private static final String BACKUP_PREFIX = "before-";
    private static final String STAGED_PREFIX = "staged-";
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final Directory root;
    private final Directory directory;

    private Journal(Directory root, Directory directory) {
        this.root = root;
        this.directory = directory;
    }

    /** Opens the journal of a root; null when it has none. */
    static @Nullable Journal find(Directory root) throws JournalException, IOException {
        Directory.EntryAttributes attributes = root.attributes(TargetPath.JOURNAL_DIRECTORY);
        if (attributes == null) {
            return null;
        }
        if (attributes.type() != Directory.EntryType.DIRECTORY) {
            throw new JournalException(
                    "contains " + TargetPath.JOURNAL_DIRECTORY + ", which must be a directory but is not");
        }
        return new Journal(root, root.openDirectory(TargetPath.JOURNAL_DIRECTORY));
    }

    /** Creates the journal of a root that has none. */
    static Journal create(Directory root) throws IOException {
        root.createDirectory(TargetPath.JOURNAL_DIRECTORY);
        return new Journal(root, root.openDirectory(TargetPath.JOURNAL_DIRECTORY));
    }

    /**
     * Acquires the lock that keeps other processes out until it is closed.
     *
     * @throws JournalException when another process holds the lock or has just deleted this journal
     */
    Closeable lock() throws JournalException, IOException {
        Closeable lock = directory.tryLock(LOCK);
        if (lock == null) {
            throw new JournalException("is in use by another process; try again later");
        }
        if (directory.attributes(LOCK) == null) {
            lock.close();
            throw new JournalException("was in use by another process; try again");
        }
        return lock;
    }

    /**
     * Reads the manifest, which is empty when there is no file.
     *
     * @throws JournalException when the file is damaged
     */
    Manifest readManifest() throws JournalException, IOException {
        if (directory.attributes(MANIFEST) == null) {
            return Manifest.EMPTY;
        }
        return Manifest.parse(directory.read(MANIFEST, MAX_BYTES));
    }

    void writeManifest(Manifest manifest) throws IOException {
        directory.move(stage(manifest.toBytes(), Set.of()), directory, MANIFEST);
        directory.sync();
    }

    /** Saves the original content of a target, given as {@link Latin1} text. */
    void saveBackup(String original) throws IOException {
        String name = BACKUP_PREFIX + FileState.hashOf(original);
        if (directory.attributes(name) == null) {
            directory.move(stage(Latin1.encode(original), Set.of()), directory, name);
        }
    }

    /**
     * Returns the original content of a target as {@link Latin1} text; empty when the file was absent.
     *
     * @throws InjectableRejectedException when the backup is missing or damaged
     */
    String readBackup(FileState original) throws InjectableRejectedException, IOException {
        if (original.isAbsent()) {
            return "";
        }
        String name = BACKUP_PREFIX + original.hash();
        if (directory.attributes(name) == null) {
            throw new InjectableRejectedException(
                    "the original content of the target is no longer kept in " + TargetPath.JOURNAL_DIRECTORY);
        }
        byte[] content = directory.read(name, MAX_BYTES);
        if (!InjectableCrypto.hash(content).equals(original.hash())) {
            throw new InjectableRejectedException(
                    "the original content of the target is damaged in " + TargetPath.JOURNAL_DIRECTORY);
        }
        return Latin1.decode(content);
    }

    /** Returns the directory in which {@link #stage} creates files. */
    Directory directory() {
        return directory;
    }

    /**
     * Writes a file that is to be moved into place, and forces it to the disk.
     *
     * @param permissions the permissions of the file; empty for owner-only permissions
     * @return the name of the file
     */
    String stage(byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        String name = TemporaryNames.create(STAGED_PREFIX);
        try (Directory.NewFile file = directory.createFile(name)) {
            file.write(content);
            file.sync();
        }
        if (!permissions.isEmpty()) {
            directory.setPermissions(name, permissions);
        }
        return name;
    }

    /** Deletes staged files of crashed runs and the backups that the manifest does not refer to. */
    void deleteUnused(Manifest manifest) throws IOException {
        for (String name : directory.list()) {
            if (name.startsWith(STAGED_PREFIX) || (name.startsWith(BACKUP_PREFIX) && !isNeeded(name, manifest))) {
                directory.deleteFile(name);
            }
        }
    }

    private static boolean isNeeded(String backup, Manifest manifest) {
        return manifest.targets().values().stream()
                .anyMatch(
                        entry -> backup.equals(BACKUP_PREFIX + entry.original().hash()));
    }

    /** Deletes the journal, the lock last: a process that waits for the lock then sees that the journal is gone. */
    void delete() throws IOException {
        if (directory.attributes(MANIFEST) != null) {
            directory.deleteFile(MANIFEST);
        }
        deleteUnused(Manifest.EMPTY);
        if (directory.list().equals(List.of(LOCK))) {
            directory.deleteFile(LOCK);
            root.deleteDirectory(TargetPath.JOURNAL_DIRECTORY);
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
