package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

/**
 * How an injectable is applied to its target.
 *
 * <p>An open set: a value that this version does not know is kept as it came.
 *
 * @param value the wire's word
 */
public record InjectableMode(String value) {
    /** Between markers inside the target. */
    public static final InjectableMode INJECT = new InjectableMode("inject");
    /** Written to the target. */
    public static final InjectableMode WRITE = new InjectableMode("write");
    /** In place of the target. */
    public static final InjectableMode REPLACE = new InjectableMode("replace");
    /** As a link. */
    public static final InjectableMode SYMLINK = new InjectableMode("symlink");
    /** After the target's content. */
    public static final InjectableMode APPEND = new InjectableMode("append");
    /** Before the target's content. */
    public static final InjectableMode PREPEND = new InjectableMode("prepend");
    /** As a mount. */
    public static final InjectableMode MOUNT = new InjectableMode("mount");
    /** Handed to the caller to render. */
    public static final InjectableMode INLINE_RENDER = new InjectableMode("inline_render");
    /** Handed to the caller as it is. */
    public static final InjectableMode STREAM = new InjectableMode("stream");

    /** Any value, known or not. */
    public InjectableMode {
        requireNonNull(value, "value");
    }

    /** The wire's word. */
    @Override
    public String toString() {
        return value;
    }
}
