package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

/**
 * The way in which an injectable is applied to its target.
 *
 * <p>An open set: values that are unknown to this version are kept unchanged.
 *
 * @param value value in JSON
 */
public record InjectableMode(String value) {
    /** Insert between markers inside the target, or create the target if it does not exist. */
    public static final InjectableMode INJECT = new InjectableMode("inject");
    /** Write to the target. */
    public static final InjectableMode WRITE = new InjectableMode("write");
    /** Replace the target. */
    public static final InjectableMode REPLACE = new InjectableMode("replace");
    /** Create a symbolic link. */
    public static final InjectableMode SYMLINK = new InjectableMode("symlink");
    /** Append to the content of the target. */
    public static final InjectableMode APPEND = new InjectableMode("append");
    /** Prepend to the content of the target. */
    public static final InjectableMode PREPEND = new InjectableMode("prepend");
    /** Mount. */
    public static final InjectableMode MOUNT = new InjectableMode("mount");
    /** Pass to the application for rendering. */
    public static final InjectableMode INLINE_RENDER = new InjectableMode("inline_render");
    /** Pass to the application unchanged. */
    public static final InjectableMode STREAM = new InjectableMode("stream");

    /** Creates a value, which may be unknown to this version. */
    public InjectableMode {
        requireNonNull(value, "value");
    }

    /** Returns the value in JSON. */
    @Override
    public String toString() {
        return value;
    }
}
