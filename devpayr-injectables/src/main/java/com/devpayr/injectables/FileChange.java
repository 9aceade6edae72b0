package com.devpayr.injectables;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A planned change of one target file.
 *
 * @param path the target
 * @param current the file before the change
 * @param newText the content after the change as {@link Latin1} text; null to delete the file
 * @param permissions the permissions after the change, such as {@code rw-------}; empty for owner-only permissions
 * @param previous the manifest entry before the change; null when there is none
 * @param updated the manifest entry after the change; null when no injectable is left in the file
 * @param backup the original content that must be backed up, as {@link Latin1} text; null when there is nothing to back
 *     up or a backup exists
 * @param outcomes the outcomes to report when the change succeeds
 */
record FileChange(
        TargetPath path,
        CurrentFile current,
        @Nullable String newText,
        String permissions,
        @Nullable ManifestEntry previous,
        @Nullable ManifestEntry updated,
        @Nullable String backup,
        List<InjectableOutcome> outcomes) {
    boolean changesContent() {
        return current.state().differsFrom(newText);
    }

    boolean isNoOp() {
        return !changesContent() && Objects.equals(previous, updated);
    }

    byte[] newBytes() {
        return Latin1.encode(newText == null ? "" : newText);
    }

    /**
     * Returns the manifest entry that is valid while the change is being made, null when there is none. It covers the
     * file before and after the change: the hashes of both contents and the injectables of both. An injectable that is
     * being removed keeps the kind of part that it had.
     */
    @Nullable
    ManifestEntry intendedEntry() {
        if (updated == null || previous == null) {
            return updated == null ? previous : updated;
        }
        SortedSet<String> hashes = new TreeSet<>(updated.writtenHashes());
        if (previous.original().equals(updated.original())) {
            hashes.addAll(previous.writtenHashes());
        }
        SortedMap<String, MarkedPart.Kind> parts = new TreeMap<>(updated.parts());
        parts.putAll(previous.parts());
        String wholeFileSlug = updated.wholeFileSlug() == null ? previous.wholeFileSlug() : updated.wholeFileSlug();
        return new ManifestEntry(updated.original(), hashes, wholeFileSlug, parts);
    }

    /** Returns a description that does not show the content. */
    @Override
    public String toString() {
        return "FileChange[" + path + ", " + outcomes + "]";
    }
}
