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
 * @param text what it is to hold, one character a byte; null when it is to be absent
 * @param rights what rights it gets, as {@code rw-------}; empty for owner rights
 * @param old what was remembered of it
 * @param record what is to be remembered; null when nothing of ours is left in it
 * @param backup what must be kept of it, one character a byte; null when that is kept already
 * @param outcomes what to report when it succeeds
 */
record Change(
        TargetPath path,
        Current current,
        @Nullable String text,
        String rights,
        @Nullable TargetRecord old,
        @Nullable TargetRecord record,
        @Nullable String backup,
        List<Outcome> outcomes) {
    boolean touchesTarget() {
        return !hash(text).equals(current.snapshot().hash());
    }

    boolean isNone() {
        return !touchesTarget() && Objects.equals(old, record);
    }

    byte[] content() {
        return bytes(text == null ? "" : text);
    }

    /**
     * What is remembered while it is being done: both what was written before and what is being written, and all whom
     * any of it belongs to, those who leave in the role that they had.
     */
    @Nullable
    TargetRecord intent() {
        if (record == null || old == null) {
            return record == null ? old : record;
        }
        SortedSet<String> written = new TreeSet<>(record.written());
        if (old.before().equals(record.before())) {
            written.addAll(old.written());
        }
        SortedMap<String, Part.Kind> parts = new TreeMap<>(record.parts());
        parts.putAll(old.parts());
        String whole = record.whole() == null ? old.whole() : record.whole();
        return new TargetRecord(record.before(), written, whole, parts);
    }

    static String hash(@Nullable String text) {
        return text == null ? TargetRecord.Snapshot.ABSENT : InjectableCrypto.hash(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "Change[" + path + ", " + outcomes + "]";
    }
}
