package com.devpayr.injectables;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The record of the injectables in one target file.
 *
 * @param original the state of the file without any injectable
 * @param writtenHashes the hashes of the contents that were or were about to be written to the file
 * @param wholeFileSlug the slug of the injectable that wrote the whole file; null when there are only parts
 * @param parts the slugs of the injectables that have a part in the file, with the kind of each part
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

    /** Returns whether the file holds the original content or content that was written by this library. */
    boolean isUnmodified(FileState current) {
        return writtenHashes.contains(current.hash()) || original.hash().equals(current.hash());
    }

    /** Returns the slugs of all injectables in the file. */
    Set<String> slugs() {
        Set<String> slugs = new TreeSet<>(parts.keySet());
        if (wholeFileSlug != null) {
            slugs.add(wholeFileSlug);
        }
        return slugs;
    }
}
