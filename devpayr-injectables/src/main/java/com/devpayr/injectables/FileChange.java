package com.devpayr.injectables;

import com.devpayr.injectable.InjectableCrypto;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one target.
 *
 * @param path the target
 * @param current as it is now
 * @param newText what it is to hold, one character a byte; null when it is to be absent
 * @param permissions what permissions it gets, as {@code rw-------}; empty for owner permissions
 * @param previous what was remembered of it
 * @param updated what is to be remembered; null when nothing of ours is left in it
 * @param backup what must be kept of it, one character a byte; null when that is kept already
 * @param outcomes what to report when it succeeds
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
    boolean changesFile() {
        return !hash(newText).equals(current.state().hash());
    }

    boolean isNoOp() {
        return !changesFile() && Objects.equals(previous, updated);
    }

    byte[] newBytes() {
        return bytes(newText == null ? "" : newText);
    }

    /**
     * What is remembered while it is being done: both what was written before and what is being written, and all whom
     * any of it belongs to, those who leave in the role that they had.
     */
    @Nullable
    ManifestEntry intendedEntry() {
        if (updated == null || previous == null) {
            return updated == null ? previous : updated;
        }
        SortedSet<String> written = new TreeSet<>(updated.writtenHashes());
        if (previous.original().equals(updated.original())) {
            written.addAll(previous.writtenHashes());
        }
        SortedMap<String, MarkedPart.Kind> parts = new TreeMap<>(updated.parts());
        parts.putAll(previous.parts());
        String whole = updated.wholeFileSlug() == null ? previous.wholeFileSlug() : updated.wholeFileSlug();
        return new ManifestEntry(updated.original(), written, whole, parts);
    }

    static String hash(@Nullable String text) {
        return text == null ? FileState.ABSENT : InjectableCrypto.hash(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "FileChange[" + path + ", " + outcomes + "]";
    }
}
