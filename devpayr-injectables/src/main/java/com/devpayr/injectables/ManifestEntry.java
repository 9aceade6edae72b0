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
 * @param original the file as it would be without any injectable
 * @param writtenHashes the hashes of what was, or was about to be, written to it
 * @param wholeFileSlug the injectable that the whole file belongs to; null when only parts do
 * @param parts the injectables that have a part in it
 */
record ManifestEntry(
        FileState original,
        SortedSet<String> writtenHashes,
        @Nullable String wholeFileSlug,
        SortedMap<String, MarkedPart.Kind> parts) {
    ManifestEntry {
        writtenHashes = Collections.unmodifiableSortedSet(new TreeSet<>(writtenHashes));
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Whether a file is as this library left it, and no one else has changed it. */
    boolean isUnmodified(FileState current) {
        return writtenHashes.contains(current.hash()) || original.hash().equals(current.hash());
    }

    Set<String> slugs() {
        Set<String> slugs = new TreeSet<>(parts.keySet());
        if (wholeFileSlug != null) {
            slugs.add(wholeFileSlug);
        }
        return slugs;
    }
}
