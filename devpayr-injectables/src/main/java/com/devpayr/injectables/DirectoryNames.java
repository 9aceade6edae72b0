package com.devpayr.injectables;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names in the directories below a root. A directory is listed once, on the first access to it: a list per file would take
 * seconds for a directory with many files.
 */
final class DirectoryNames {
    private final Map<List<String>, Map<String, Set<String>>> directories = new HashMap<>();

    /**
     * Checks that no entry has a name that a file system may treat as the same.
     *
     * @param path the names from the root to the directory
     */
    void requireNoCollision(Directory directory, List<String> path, String name)
            throws InjectableRejectedException, IOException {
        Map<String, Set<String>> names = directories.get(path);
        if (names == null) {
            names = byCollisionKey(directory.list());
            directories.put(List.copyOf(path), names);
        }
        for (String other : names.getOrDefault(TargetPath.collisionKey(name), Set.of())) {
            if (!other.equals(name)) {
                throw new InjectableRejectedException(
                        "an existing name differs from the target path only by case or Unicode form");
            }
        }
    }

    private static Map<String, Set<String>> byCollisionKey(Collection<String> names) {
        Map<String, Set<String>> byKey = new HashMap<>();
        names.forEach(name -> add(byKey, name));
        return byKey;
    }

    private static void add(Map<String, Set<String>> byKey, String name) {
        byKey.computeIfAbsent(TargetPath.collisionKey(name), key -> new HashSet<>())
                .add(name);
    }

    /** Adds an entry that was created. */
    void add(List<String> path, String name) {
        Map<String, Set<String>> names = directories.get(path);
        if (names != null) {
            add(names, name);
        }
    }

    /** Removes an entry that was deleted. */
    void remove(List<String> path, String name) {
        Map<String, Set<String>> names = directories.get(path);
        if (names != null) {
            names.getOrDefault(TargetPath.collisionKey(name), new HashSet<>()).remove(name);
        }
    }

    /** Forgets all names, so that changes by other processes are seen. */
    void clear() {
        directories.clear();
    }
}
