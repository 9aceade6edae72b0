package com.devpayr.injectables;

import java.io.IOException;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files below a root. Each way to one is walked folder by folder from the root, and no link is followed. */
final class Tree {
    /** What folders are called until they are moved to their place. */
    static final String UNPLACED = TargetPath.STATE + "-folder-";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Folder root;
    private final int maxFileBytes;

    Tree(Folder root, int maxFileBytes) {
        this.root = root;
        this.maxFileBytes = maxFileBytes;
    }

    /**
     * A target as it is now.
     *
     * @throws Refusal when something is in the way that no target may pass or be
     */
    Current read(TargetPath path) throws Refusal, IOException {
        try (Way way = walk(path, false)) {
            if (way.depth < path.folders().size()) {
                return Current.absent(IntStream.range(way.depth, path.folders().size())
                        .mapToObj(depth -> path.first(depth + 1))
                        .toList());
            }
            Folder.Facts facts = look(way.folder, path.name());
            return facts == null ? Current.absent(List.of()) : read(way.folder, path.name(), facts);
        }
    }

    private Current read(Folder folder, String name, Folder.Facts facts) throws Refusal, IOException {
        switch (facts.kind()) {
            case LINK -> throw new Refusal("its target is a symbolic link");
            case FOLDER -> throw new Refusal("its target is a folder");
            case OTHER -> throw new Refusal("its target is no regular file");
            case FILE -> {
                if (facts.size() > maxFileBytes) {
                    throw new Refusal("its target has more than " + maxFileBytes + " bytes");
                }
            }
        }
        String rights = facts.rights().isEmpty() ? "" : PosixFilePermissions.toString(facts.rights());
        return Current.of(folder.read(name, maxFileBytes), rights);
    }

    /** Puts a staged file in a target's place, in one step, and makes the folders on the way. */
    void place(Folder staging, String staged, TargetPath path) throws Refusal, IOException {
        try (Way way = walk(path, true)) {
            staging.move(staged, way.folder, path.name());
            way.folder.sync();
        }
    }

    /** Deletes a target that is still there. */
    void delete(TargetPath path) throws Refusal, IOException {
        try (Way way = walk(path, false)) {
            if (way.depth == path.folders().size() && way.folder.facts(path.name()) != null) {
                way.folder.deleteFile(path.name());
                way.folder.sync();
            }
        }
    }

    /** Deletes a folder unless something is in it. */
    void deleteIfEmpty(TargetPath path) throws Refusal, IOException {
        try (Way way = walk(path, false)) {
            if (way.depth == path.folders().size() && isEmptyFolder(way.folder, path.name())) {
                way.folder.deleteFolder(path.name());
            }
        }
    }

    private static boolean isEmptyFolder(Folder parent, String name) throws IOException {
        Folder.Facts facts = parent.facts(name);
        if (facts == null || facts.kind() != Folder.Kind.FOLDER) {
            return false;
        }
        try (Folder folder = parent.open(name)) {
            return folder.names().isEmpty();
        }
    }

    /** Deletes the folders that a run which died had made but not placed. */
    void sweep() throws IOException {
        for (String name : root.names()) {
            if (name.startsWith(UNPLACED) && isEmptyFolder(root, name)) {
                root.deleteFolder(name);
            }
        }
    }

    private Way walk(TargetPath path, boolean make) throws Refusal, IOException {
        Way way = new Way(root.open(Folder.ITSELF));
        try {
            for (String name : path.folders()) {
                if (!way.enter(name, make)) {
                    break;
                }
            }
            return way;
        } catch (Refusal | IOException | RuntimeException failure) {
            way.close();
            throw failure;
        }
    }

    /** An entry, unless another has a name that some file system takes for the same. */
    private static Folder.@Nullable Facts look(Folder folder, String name) throws Refusal, IOException {
        String folded = TargetPath.fold(name);
        for (String other : folder.names()) {
            if (!other.equals(name) && TargetPath.fold(other).equals(folded)) {
                throw new Refusal("there is a name that differs from its target's only by case or Unicode form");
            }
        }
        return folder.facts(name);
    }

    /** How far a path could be walked, and the folder reached. */
    private final class Way implements AutoCloseable {
        private Folder folder;
        private int depth;

        Way(Folder folder) {
            this.folder = folder;
        }

        /** Whether the folder is there, or was made. */
        boolean enter(String name, boolean make) throws Refusal, IOException {
            Folder.Facts facts = look(folder, name);
            if (facts == null && !make) {
                return false;
            }
            if (facts == null) {
                make(name);
            } else if (facts.kind() == Folder.Kind.LINK) {
                throw new Refusal("its target lies behind a symbolic link");
            } else if (facts.kind() != Folder.Kind.FOLDER) {
                throw new Refusal("its target lies behind something that is no folder");
            }
            Folder next = folder.open(name);
            folder.close();
            folder = next;
            depth++;
            return true;
        }

        /** In the root first, where no one can have put a link on the way, and from there to its place. */
        private void make(String name) throws IOException {
            byte[] random = new byte[8];
            RANDOM.nextBytes(random);
            String unplaced = UNPLACED + HexFormat.of().formatHex(random);
            root.makeFolder(unplaced);
            root.move(unplaced, folder, name);
        }

        @Override
        public void close() throws IOException {
            folder.close();
        }
    }
}
