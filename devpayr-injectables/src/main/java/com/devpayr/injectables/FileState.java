package com.devpayr.injectables;

import com.devpayr.injectable.InjectableCrypto;
import org.jspecify.annotations.Nullable;

/**
 * The state of a file without its content.
 *
 * @param hash the hash of the content, or {@link #ABSENT_HASH}
 * @param permissions POSIX permissions such as {@code rw-------}; empty when the file is absent or the file system does
 *     not support them
 */
record FileState(String hash, String permissions) {
    static final String ABSENT_HASH = "absent";

    static final FileState ABSENT = new FileState(ABSENT_HASH, "");

    /**
     * Returns the hash of a file.
     *
     * @param text the content as {@link Latin1} text; null when the file is absent
     */
    static String hashOf(@Nullable String text) {
        return text == null ? ABSENT_HASH : InjectableCrypto.hash(Latin1.encode(text));
    }

    boolean isAbsent() {
        return hash.equals(ABSENT_HASH);
    }

    /** Returns whether a content, null when absent, differs from that of the file. */
    boolean differsFrom(@Nullable String text) {
        return !hash.equals(hashOf(text));
    }
}
