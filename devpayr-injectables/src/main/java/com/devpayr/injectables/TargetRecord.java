package com.devpayr.injectables;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one target.
 *
 * @param before the file as it would be without any injectable
 * @param written the hashes of what was, or was about to be, written to it
 * @param whole the injectable that the whole file belongs to; null when only parts do
 * @param parts the injectables that have a part in it
 */
record TargetRecord(
        Snapshot before,
        SortedSet<String> written,
        @Nullable String whole,
        SortedMap<String, Part.Kind> parts) {
    TargetRecord {
        written = Collections.unmodifiableSortedSet(new TreeSet<>(written));
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Whether a file is as this library left it, and no one else has changed it. */
    boolean knows(Snapshot current) {
        return written.contains(current.hash()) || before.hash().equals(current.hash());
    }

    Set<String> slugs() {
        Set<String> slugs = new TreeSet<>(parts.keySet());
        if (whole != null) {
            slugs.add(whole);
        }
        return slugs;
    }

    /** The same, once nothing but this is in the file. */
    TargetRecord settled(String hash) {
        return new TargetRecord(before, new TreeSet<>(Set.of(hash)), whole, parts);
    }

    /**
     * A file's state without its content.
     *
     * @param hash of its content, or {@link #ABSENT}
     * @param rights as {@code rw-------}; empty where the file system has none, or the file is absent
     */
    record Snapshot(String hash, String rights) {
        static final String ABSENT = "absent";

        static final Snapshot NONE = new Snapshot(ABSENT, "");

        boolean isAbsent() {
            return hash.equals(ABSENT);
        }
    }
}
