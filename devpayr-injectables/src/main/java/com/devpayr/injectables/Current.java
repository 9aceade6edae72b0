package com.devpayr.injectables;

import com.devpayr.injectable.InjectableCrypto;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A target as it is now.
 *
 * @param snapshot what is remembered of it
 * @param text its content, one character a byte; empty when it is absent
 * @param missing the folders that must be made for it, outermost first
 */
record Current(TargetRecord.Snapshot snapshot, String text, List<TargetPath> missing) {
    static Current absent(List<TargetPath> missing) {
        return new Current(TargetRecord.Snapshot.NONE, "", missing);
    }

    static Current of(byte[] content, String rights) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return new Current(new TargetRecord.Snapshot(InjectableCrypto.hash(content), rights), text, List.of());
    }

    boolean isAbsent() {
        return snapshot.isAbsent();
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "Current[" + snapshot + ", missing=" + missing + "]";
    }
}
