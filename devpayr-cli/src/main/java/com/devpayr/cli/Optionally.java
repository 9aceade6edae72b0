package com.devpayr.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes the values of options that are present. */
final class Optionally {
    private Optionally() {}

    static <T> void set(@Nullable T value, Consumer<? super T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
