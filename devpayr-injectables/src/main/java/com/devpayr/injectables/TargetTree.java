package com.devpayr.injectables;

import java.io.IOException;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files below a root. Each walk to one is walked folder by folder from the root, and no link is followed. */
final class TargetTree {
    /** What folders are called until they are moved to their place. */
    static final String STAGED_DIRECTORY_PREFIX = TargetPath.JOURNAL_DIRECTORY + "-folder-";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Directory root;
    private final int maxFileBytes;

    TargetTree(Directory root, int maxFileBytes) {
        this.root = root;
        this.maxFileBytes = maxFileBytes;
    }

    /**
     * A target as it is now.
     *
     * @throws InjectableRejectedException when something is in the walk that no target may pass or be
     */
    CurrentFile read(TargetPath path) throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, false)) {
            if (walk.depth < path.parentNames().size()) {
                return CurrentFile.absent(
                        IntStream.range(walk.depth, path.parentNames().size())
                                .mapToObj(depth -> path.prefix(depth + 1))
                                .toList());
            }
            Directory.EntryAttributes attributes = look(walk.folder, path.fileName());
            return attributes == null ? CurrentFile.absent(List.of()) : read(walk.folder, path.fileName(), attributes);
        }
    }

    private CurrentFile read(Directory folder, String name, Directory.EntryAttributes attributes)
            throws InjectableRejectedException, IOException {
        switch (attributes.type()) {
            case SYMBOLIC_LINK -> throw new InjectableRejectedException("its target is a symbolic link");
            case DIRECTORY -> throw new InjectableRejectedException("its target is a folder");
            case OTHER -> throw new InjectableRejectedException("its target is no regular file");
            case FILE -> {
                if (attributes.size() > maxFileBytes) {
                    throw new InjectableRejectedException("its target has more than " + maxFileBytes + " bytes");
                }
            }
        }
        String permissions =
                attributes.permissions().isEmpty() ? "" : PosixFilePermissions.toString(attributes.permissions());
        return CurrentFile.of(folder.read(name, maxFileBytes), permissions);
    }

    /** Puts a staged file in a target's place, in one step, and makes the folders on the walk. */
    void moveIntoPlace(Directory staging, String staged, TargetPath path)
            throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, true)) {
            staging.move(staged, walk.folder, path.fileName());
            walk.folder.sync();
        }
    }

    /** Deletes a target that is still there. */
    void delete(TargetPath path) throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, false)) {
            if (walk.depth == path.parentNames().size() && walk.folder.attributes(path.fileName()) != null) {
                walk.folder.deleteFile(path.fileName());
                walk.folder.sync();
            }
        }
    }

    /** Deletes a folder unless something is in it. */
    void deleteIfEmpty(TargetPath path) throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, false)) {
            if (walk.depth == path.parentNames().size() && isEmptyFolder(walk.folder, path.fileName())) {
                walk.folder.deleteDirectory(path.fileName());
            }
        }
    }

    private static boolean isEmptyFolder(Directory parent, String name) throws IOException {
        Directory.EntryAttributes attributes = parent.attributes(name);
        if (attributes == null || attributes.type() != Directory.EntryType.DIRECTORY) {
            return false;
        }
        try (Directory folder = parent.openDirectory(name)) {
            return folder.list().isEmpty();
        }
    }

    /** Deletes the folders that a run which died had made but not placed. */
    void deleteLeftovers() throws IOException {
        for (String name : root.list()) {
            if (name.startsWith(STAGED_DIRECTORY_PREFIX) && isEmptyFolder(root, name)) {
                root.deleteDirectory(name);
            }
        }
    }

    private Walk walk(TargetPath path, boolean make) throws InjectableRejectedException, IOException {
        Walk walk = new Walk(root.openDirectory(Directory.SELF));
        try {
            for (String name : path.parentNames()) {
                if (!walk.enter(name, make)) {
                    break;
                }
            }
            return walk;
        } catch (InjectableRejectedException | IOException | RuntimeException failure) {
            walk.close();
            throw failure;
        }
    }

    /** An entry, unless another has a name that some file system takes for the same. */
    private static Directory.@Nullable EntryAttributes look(Directory folder, String name)
            throws InjectableRejectedException, IOException {
        String folded = TargetPath.collisionKey(name);
        for (String other : folder.list()) {
            if (!other.equals(name) && TargetPath.collisionKey(other).equals(folded)) {
                throw new InjectableRejectedException(
                        "there is a name that differs from its target's only by case or Unicode form");
            }
        }
        return folder.attributes(name);
    }

    /** How far a path could be walked, and the folder reached. */
    private final class Walk implements AutoCloseable {
        private Directory folder;
        private int depth;

        Walk(Directory folder) {
            this.folder = folder;
        }

        /** Whether the folder is there, or was made. */
        boolean enter(String name, boolean make) throws InjectableRejectedException, IOException {
            Directory.EntryAttributes attributes = look(folder, name);
            if (attributes == null && !make) {
                return false;
            }
            if (attributes == null) {
                make(name);
            } else if (attributes.type() == Directory.EntryType.SYMBOLIC_LINK) {
                throw new InjectableRejectedException("its target lies behind a symbolic link");
            } else if (attributes.type() != Directory.EntryType.DIRECTORY) {
                throw new InjectableRejectedException("its target lies behind something that is no folder");
            }
            Directory next = folder.openDirectory(name);
            folder.close();
            folder = next;
            depth++;
            return true;
        }

        /** In the root first, where no one can have put a link on the walk, and from there to its place. */
        private void make(String name) throws IOException {
            byte[] random = new byte[8];
            RANDOM.nextBytes(random);
            String staged = STAGED_DIRECTORY_PREFIX + HexFormat.of().formatHex(random);
            root.createDirectory(staged);
            root.move(staged, folder, name);
        }

        @Override
        public void close() throws IOException {
            folder.close();
        }
    }
}
