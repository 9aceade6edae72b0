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
            Directory.EntryAttributes attributes = attributes(walk.directory, path.fileName());
            return attributes == null
                    ? CurrentFile.absent(List.of())
                    : read(walk.directory, path.fileName(), attributes);
        }
    }

    private CurrentFile read(Directory directory, String name, Directory.EntryAttributes attributes)
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
        return CurrentFile.of(directory.read(name, maxFileBytes), permissions);
    }

    /** Puts a staged file in a target's place, in one step, and makes the folders on the walk. */
    void moveIntoPlace(Directory staging, String staged, TargetPath path)
            throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, true)) {
            staging.move(staged, walk.directory, path.fileName());
            walk.directory.sync();
        }
    }

    /** Deletes a target that is still there. */
    void delete(TargetPath path) throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, false)) {
            if (walk.depth == path.parentNames().size() && walk.directory.attributes(path.fileName()) != null) {
                walk.directory.deleteFile(path.fileName());
                walk.directory.sync();
            }
        }
    }

    /** Deletes a folder unless something is in it. */
    void deleteIfEmpty(TargetPath path) throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, false)) {
            if (walk.depth == path.parentNames().size() && isEmptyFolder(walk.directory, path.fileName())) {
                walk.directory.deleteDirectory(path.fileName());
            }
        }
    }

    private static boolean isEmptyFolder(Directory parent, String name) throws IOException {
        Directory.EntryAttributes attributes = parent.attributes(name);
        if (attributes == null || attributes.type() != Directory.EntryType.DIRECTORY) {
            return false;
        }
        try (Directory directory = parent.openDirectory(name)) {
            return directory.list().isEmpty();
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

    private Walk walk(TargetPath path, boolean create) throws InjectableRejectedException, IOException {
        Walk walk = new Walk(root.openDirectory(Directory.SELF));
        try {
            for (String name : path.parentNames()) {
                if (!walk.enter(name, create)) {
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
    private static Directory.@Nullable EntryAttributes attributes(Directory directory, String name)
            throws InjectableRejectedException, IOException {
        String folded = TargetPath.collisionKey(name);
        for (String other : directory.list()) {
            if (!other.equals(name) && TargetPath.collisionKey(other).equals(folded)) {
                throw new InjectableRejectedException(
                        "there is a name that differs from its target's only by case or Unicode form");
            }
        }
        return directory.attributes(name);
    }

    /** How far a path could be walked, and the folder reached. */
    private final class Walk implements AutoCloseable {
        private Directory directory;
        private int depth;

        Walk(Directory directory) {
            this.directory = directory;
        }

        /** Whether the folder is there, or was made. */
        boolean enter(String name, boolean create) throws InjectableRejectedException, IOException {
            Directory.EntryAttributes attributes = attributes(directory, name);
            if (attributes == null && !create) {
                return false;
            }
            if (attributes == null) {
                createAndEnter(name);
            } else if (attributes.type() == Directory.EntryType.SYMBOLIC_LINK) {
                throw new InjectableRejectedException("its target lies behind a symbolic link");
            } else if (attributes.type() != Directory.EntryType.DIRECTORY) {
                throw new InjectableRejectedException("its target lies behind something that is no folder");
            }
            Directory next = directory.openDirectory(name);
            directory.close();
            directory = next;
            depth++;
            return true;
        }

        /** In the root first, where no one can have put a link on the walk, and from there to its place. */
        private void createAndEnter(String name) throws IOException {
            byte[] random = new byte[8];
            RANDOM.nextBytes(random);
            String staged = STAGED_DIRECTORY_PREFIX + HexFormat.of().formatHex(random);
            root.createDirectory(staged);
            root.move(staged, directory, name);
        }

        @Override
        public void close() throws IOException {
            directory.close();
        }
    }
}
