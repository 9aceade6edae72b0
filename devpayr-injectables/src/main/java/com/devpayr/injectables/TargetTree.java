package com.devpayr.injectables;

import java.io.IOException;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The target files below a root. Paths are resolved directory by directory, and symbolic links are never followed. */
final class TargetTree {
    /** The prefix of directories that are created in the root and then moved into place. */
    static final String STAGED_DIRECTORY_PREFIX = TargetPath.JOURNAL_DIRECTORY + "-folder-";

    private final Directory root;
    private final int maxFileBytes;
    private final DirectoryNames names = new DirectoryNames();

    TargetTree(Directory root, int maxFileBytes) {
        this.root = root;
        this.maxFileBytes = maxFileBytes;
    }

    /**
     * Reads a target.
     *
     * @throws InjectableRejectedException when the target is not a regular file or its path leads through something
     *     that is not a directory
     */
    CurrentFile read(TargetPath path) throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, false)) {
            if (!walk.isComplete(path)) {
                return CurrentFile.absent(
                        IntStream.range(walk.depth, path.parentNames().size())
                                .mapToObj(depth -> path.prefix(depth + 1))
                                .toList());
            }
            Directory.EntryAttributes attributes = walk.attributes(path.fileName());
            return attributes == null
                    ? CurrentFile.absent(List.of())
                    : read(walk.directory, path.fileName(), attributes);
        }
    }

    private CurrentFile read(Directory directory, String name, Directory.EntryAttributes attributes)
            throws InjectableRejectedException, IOException {
        switch (attributes.type()) {
            case SYMBOLIC_LINK -> throw new InjectableRejectedException("the target is a symbolic link");
            case DIRECTORY -> throw new InjectableRejectedException("the target is a directory");
            case OTHER -> throw new InjectableRejectedException("the target is not a regular file");
            case FILE -> {
                if (attributes.size() > maxFileBytes) {
                    throw new InjectableRejectedException("the target is larger than " + maxFileBytes + " bytes");
                }
            }
        }
        String permissions =
                attributes.permissions().isEmpty() ? "" : PosixFilePermissions.toString(attributes.permissions());
        return CurrentFile.of(directory.read(name, maxFileBytes), permissions);
    }

    /** Replaces a target atomically by a staged file, and creates its parent directories. */
    void moveIntoPlace(Directory staging, String staged, TargetPath path)
            throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, true)) {
            staging.move(staged, walk.directory, path.fileName());
            names.add(path.parentNames(), path.fileName());
            walk.directory.sync();
        }
    }

    /** Deletes a target if it exists. */
    void delete(TargetPath path) throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, false)) {
            if (walk.isComplete(path) && walk.directory.attributes(path.fileName()) != null) {
                walk.directory.deleteFile(path.fileName());
                names.remove(path.parentNames(), path.fileName());
                walk.directory.sync();
            }
        }
    }

    /** Deletes a directory if it exists and is empty. */
    void deleteIfEmpty(TargetPath path) throws InjectableRejectedException, IOException {
        try (Walk walk = walk(path, false)) {
            if (walk.isComplete(path) && isEmptyDirectory(walk.directory, path.fileName())) {
                walk.directory.deleteDirectory(path.fileName());
                names.remove(path.parentNames(), path.fileName());
            }
        }
    }

    private static boolean isEmptyDirectory(Directory parent, String name) throws IOException {
        Directory.EntryAttributes attributes = parent.attributes(name);
        if (attributes == null || attributes.type() != Directory.EntryType.DIRECTORY) {
            return false;
        }
        try (Directory directory = parent.openDirectory(name)) {
            return directory.list().isEmpty();
        }
    }

    /** Forgets the names that were read for the plan, so that names that other processes created meanwhile are seen. */
    void forgetNames() {
        names.clear();
    }

    /** Deletes the directories that a crashed run created but did not move into place. */
    void deleteLeftovers() throws IOException {
        for (String name : root.list()) {
            if (name.startsWith(STAGED_DIRECTORY_PREFIX) && isEmptyDirectory(root, name)) {
                root.deleteDirectory(name);
            }
        }
    }

    private Walk walk(TargetPath path, boolean create) throws InjectableRejectedException, IOException {
        Walk walk = new Walk(path, root.openDirectory(Directory.SELF));
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

    /** The traversal of the parent directories of a path, as far as they exist. */
    private final class Walk implements AutoCloseable {
        private final TargetPath path;
        private Directory directory;
        private int depth;

        Walk(TargetPath path, Directory directory) {
            this.path = path;
            this.directory = directory;
        }

        /**
         * Returns the attributes of an entry; null when there is none.
         *
         * @throws InjectableRejectedException when another entry has a name that a file system may treat as the same
         */
        Directory.@Nullable EntryAttributes attributes(String name) throws InjectableRejectedException, IOException {
            names.requireNoCollision(directory, parents(), name);
            return directory.attributes(name);
        }

        private List<String> parents() {
            return path.parentNames().subList(0, depth);
        }

        /** Returns whether all parent directories of the path exist. */
        boolean isComplete(TargetPath path) {
            return depth == path.parentNames().size();
        }

        /** Enters a directory and returns true, or returns false when it does not exist and is not to be created. */
        boolean enter(String name, boolean create) throws InjectableRejectedException, IOException {
            Directory.EntryAttributes attributes = attributes(name);
            if (attributes == null && !create) {
                return false;
            }
            if (attributes == null) {
                createDirectory(name);
            } else if (attributes.type() == Directory.EntryType.SYMBOLIC_LINK) {
                throw new InjectableRejectedException("a parent directory of the target is a symbolic link");
            } else if (attributes.type() != Directory.EntryType.DIRECTORY) {
                throw new InjectableRejectedException("a parent of the target is not a directory");
            }
            Directory next = directory.openDirectory(name);
            directory.close();
            directory = next;
            depth++;
            return true;
        }

        /** Directories can only be created by path. In the root, no link can be on that path; then it is moved. */
        private void createDirectory(String name) throws IOException {
            String staged = TemporaryNames.create(STAGED_DIRECTORY_PREFIX);
            root.createDirectory(staged);
            root.move(staged, directory, name);
            names.add(parents(), name);
        }

        @Override
        public void close() throws IOException {
            directory.close();
        }
    }
}
