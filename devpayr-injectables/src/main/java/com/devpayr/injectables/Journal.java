package com.devpayr.injectables;

import com.devpayr.injectable.InjectableCrypto;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directory below the root in which is kept what was applied, what was there original, and what is being written. */
final class Journal implements Closeable {
    private static final String MANIFEST = "manifest";
    private static final String LOCK = "lock";
    private static final String BACKUP_PREFIX = "before-";
    private static final String STAGED_PREFIX = "staged-";
    private static final int MAX_BYTES = 64 * 1024 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Directory root;
    private final Directory directory;

    private Journal(Directory root, Directory directory) {
        this.root = root;
        this.directory = directory;
    }

    /** The state of a root that has one. */
    static @Nullable Journal find(Directory root) throws InjectableRejectedException, IOException {
        Directory.EntryAttributes attributes = root.attributes(TargetPath.JOURNAL_DIRECTORY);
        if (attributes == null) {
            return null;
        }
        if (attributes.type() != Directory.EntryType.DIRECTORY) {
            throw new InjectableRejectedException(
                    "has something called " + TargetPath.JOURNAL_DIRECTORY + " that is no directory");
        }
        return new Journal(root, root.openDirectory(TargetPath.JOURNAL_DIRECTORY));
    }

    /** A new state for a root that has none. */
    static Journal create(Directory root) throws IOException {
        root.createDirectory(TargetPath.JOURNAL_DIRECTORY);
        return new Journal(root, root.openDirectory(TargetPath.JOURNAL_DIRECTORY));
    }

    /**
     * Keeps other processes out until it is closed.
     *
     * @throws InjectableRejectedException when one is in already, or has just removed this state
     */
    Closeable lock() throws InjectableRejectedException, IOException {
        Closeable lock = directory.tryLock(LOCK);
        if (lock == null) {
            throw new InjectableRejectedException("is being worked on by another process; try again later");
        }
        if (directory.attributes(LOCK) == null) {
            lock.close();
            throw new InjectableRejectedException("was being worked on by another process; try again");
        }
        return lock;
    }

    Manifest readManifest() throws InjectableRejectedException, IOException {
        if (directory.attributes(MANIFEST) == null) {
            return Manifest.EMPTY;
        }
        try {
            return Manifest.parse(directory.read(MANIFEST, MAX_BYTES));
        } catch (InjectableRejectedException damaged) {
            throw new InjectableRejectedException("has a " + TargetPath.JOURNAL_DIRECTORY + "/" + MANIFEST + " that "
                    + damaged.reason() + "; restore it, or delete it to forget what was applied");
        }
    }

    void writeManifest(Manifest manifest) throws IOException {
        directory.move(stage(manifest.toBytes(), Set.of()), directory, MANIFEST);
        directory.sync();
    }

    /** Keeps what a target held original. */
    void saveBackup(String hash, byte[] content) throws IOException {
        if (directory.attributes(BACKUP_PREFIX + hash) == null) {
            directory.move(stage(content, Set.of()), directory, BACKUP_PREFIX + hash);
        }
    }

    /** What a target held original, one character a byte. */
    String readBackup(FileState original) throws InjectableRejectedException, IOException {
        if (original.isAbsent()) {
            return "";
        }
        if (directory.attributes(BACKUP_PREFIX + original.hash()) == null) {
            throw new InjectableRejectedException(
                    "what its target held original is no longer kept in " + TargetPath.JOURNAL_DIRECTORY);
        }
        byte[] content = directory.read(BACKUP_PREFIX + original.hash(), MAX_BYTES);
        if (!InjectableCrypto.hash(content).equals(original.hash())) {
            throw new InjectableRejectedException(
                    "what its target held original is damaged in " + TargetPath.JOURNAL_DIRECTORY);
        }
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    Directory directory() {
        return directory;
    }

    /**
     * Writes a file that is to be moved to its place.
     *
     * @param permissions what it gets; owner permissions when empty
     */
    String stage(byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        String name = STAGED_PREFIX + HexFormat.of().formatHex(random);
        try (Directory.NewFile draft = directory.createFile(name)) {
            draft.write(content);
            draft.sync();
        }
        if (!permissions.isEmpty()) {
            directory.setPermissions(name, permissions);
        }
        return name;
    }

    /** Deletes what no manifest needs: what died half-written, and what was there original targets that are free again. */
    void deleteUnused(Manifest manifest) throws IOException {
        for (String name : directory.list()) {
            if (name.startsWith(STAGED_PREFIX) || (name.startsWith(BACKUP_PREFIX) && !isNeeded(name, manifest))) {
                directory.deleteFile(name);
            }
        }
    }

    private static boolean isNeeded(String name, Manifest manifest) {
        return manifest.targets().values().stream()
                .anyMatch(
                        target -> name.equals(BACKUP_PREFIX + target.original().hash()));
    }

    /** Removes the whole state, the lock last: whoever waits for it sees that it is gone. */
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
