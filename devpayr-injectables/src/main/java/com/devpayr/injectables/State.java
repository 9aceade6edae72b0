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

/** The folder below the root in which is kept what was applied, what was there before, and what is being written. */
final class State implements Closeable {
    private static final String MANIFEST = "manifest";
    private static final String LOCK = "lock";
    private static final String BEFORE = "before-";
    private static final String STAGED = "staged-";
    private static final int MAX_BYTES = 64 * 1024 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Folder root;
    private final Folder folder;

    private State(Folder root, Folder folder) {
        this.root = root;
        this.folder = folder;
    }

    /** The state of a root that has one. */
    static @Nullable State find(Folder root) throws Refusal, IOException {
        Folder.Facts facts = root.facts(TargetPath.STATE);
        if (facts == null) {
            return null;
        }
        if (facts.kind() != Folder.Kind.FOLDER) {
            throw new Refusal("has something called " + TargetPath.STATE + " that is no folder");
        }
        return new State(root, root.open(TargetPath.STATE));
    }

    /** A new state for a root that has none. */
    static State make(Folder root) throws IOException {
        root.makeFolder(TargetPath.STATE);
        return new State(root, root.open(TargetPath.STATE));
    }

    /**
     * Keeps other processes out until it is closed.
     *
     * @throws Refusal when one is in already, or has just removed this state
     */
    Closeable lock() throws Refusal, IOException {
        Closeable lock = folder.lock(LOCK);
        if (lock == null) {
            throw new Refusal("is being worked on by another process; try again later");
        }
        if (folder.facts(LOCK) == null) {
            lock.close();
            throw new Refusal("was being worked on by another process; try again");
        }
        return lock;
    }

    Manifest manifest() throws Refusal, IOException {
        if (folder.facts(MANIFEST) == null) {
            return Manifest.EMPTY;
        }
        try {
            return Manifest.parse(folder.read(MANIFEST, MAX_BYTES));
        } catch (Refusal damaged) {
            throw new Refusal("has a " + TargetPath.STATE + "/" + MANIFEST + " that " + damaged.reason()
                    + "; restore it, or delete it to forget what was applied");
        }
    }

    void save(Manifest manifest) throws IOException {
        folder.move(stage(manifest.toBytes(), Set.of()), folder, MANIFEST);
        folder.sync();
    }

    /** Keeps what a target held before. */
    void keep(String hash, byte[] content) throws IOException {
        if (folder.facts(BEFORE + hash) == null) {
            folder.move(stage(content, Set.of()), folder, BEFORE + hash);
        }
    }

    /** What a target held before, one character a byte. */
    String kept(TargetRecord.Snapshot before) throws Refusal, IOException {
        if (before.isAbsent()) {
            return "";
        }
        if (folder.facts(BEFORE + before.hash()) == null) {
            throw new Refusal("what its target held before is no longer kept in " + TargetPath.STATE);
        }
        byte[] content = folder.read(BEFORE + before.hash(), MAX_BYTES);
        if (!InjectableCrypto.hash(content).equals(before.hash())) {
            throw new Refusal("what its target held before is damaged in " + TargetPath.STATE);
        }
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    Folder folder() {
        return folder;
    }

    /**
     * Writes a file that is to be moved to its place.
     *
     * @param rights what it gets; owner rights when empty
     */
    String stage(byte[] content, Set<PosixFilePermission> rights) throws IOException {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        String name = STAGED + HexFormat.of().formatHex(random);
        try (Folder.Draft draft = folder.create(name)) {
            draft.write(content);
            draft.sync();
        }
        if (!rights.isEmpty()) {
            folder.setRights(name, rights);
        }
        return name;
    }

    /** Deletes what no manifest needs: what died half-written, and what was there before targets that are free again. */
    void sweep(Manifest manifest) throws IOException {
        for (String name : folder.names()) {
            if (name.startsWith(STAGED) || (name.startsWith(BEFORE) && !isNeeded(name, manifest))) {
                folder.deleteFile(name);
            }
        }
    }

    private static boolean isNeeded(String name, Manifest manifest) {
        return manifest.targets().values().stream()
                .anyMatch(target -> name.equals(BEFORE + target.before().hash()));
    }

    /** Removes the whole state, the lock last: whoever waits for it sees that it is gone. */
    void remove() throws IOException {
        if (folder.facts(MANIFEST) != null) {
            folder.deleteFile(MANIFEST);
        }
        sweep(Manifest.EMPTY);
        if (folder.names().equals(List.of(LOCK))) {
            folder.deleteFile(LOCK);
            root.deleteFolder(TargetPath.STATE);
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
