package com.devpayr.config;

import java.util.function.Supplier;

/** A supplier that does no I/O while its value is known. Any other supplier may block. */
interface KnownSupplier<T> extends Supplier<T> {
    /** Returns whether the value is known. */
    boolean isKnown();

    /** Returns whether the value of any supplier is known. */
    static boolean isKnown(Supplier<?> supplier) {
        return supplier instanceof KnownSupplier<?> known && known.isKnown();
    }
}
