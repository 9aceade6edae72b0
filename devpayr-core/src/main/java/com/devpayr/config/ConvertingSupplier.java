package com.devpayr.config;

import java.util.function.Function;
import java.util.function.Supplier;

/** Turns a text into its type anew only when the text has changed. */
final class ConvertingSupplier<T> implements Supplier<T> {
    private final Supplier<String> text;
    private final Function<String, T> type;
    private volatile Entry<T> last;

    ConvertingSupplier(Supplier<String> text, Function<String, T> type) {
        this.text = text;
        this.type = type;
        String now = text.get();
        this.last = new Entry<>(now, type.apply(now));
    }

    @Override
    public T get() {
        String now = text.get();
        Entry<T> known = last;
        if (!known.text.equals(now)) {
            known = new Entry<>(now, type.apply(now));
            last = known;
        }
        return known.value;
    }

    private record Entry<T>(String text, T value) {}
}
