package com.devpayr.injectables;

/**
 * A file's state without its content.
 *
 * @param hash of its content, or {@link #ABSENT}
 * @param permissions as {@code rw-------}; empty where the file system has none, or the file is absent
 */
record FileState(String hash, String permissions) {
    static final String ABSENT = "absent";

    static final FileState NONE = new FileState(ABSENT, "");

    boolean isAbsent() {
        return hash.equals(ABSENT);
    }
}
