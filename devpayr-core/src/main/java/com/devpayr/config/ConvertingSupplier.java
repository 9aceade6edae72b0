package com.devpayr.config;

import java.util.function.Function;
import java.util.function.Supplier;

/** A supplier that converts a text, again only after the text has changed. */
final class ConvertingSupplier<T> implements Supplier<T> {
    private final Supplier<String> text;
    private final Function<String, T> converter;
    private volatile Entry<T> last;

    /** Converts the current text immediately, so that an invalid one is reported now. */
    ConvertingSupplier(Supplier<String> text, Function<String, T> converter) {
        this.text = text;
        this.converter = converter;
        String current = text.get();
        this.last = new Entry<>(current, converter.apply(current));
    }

    @Override
    public T get() {
        String current = text.get();
        Entry<T> entry = last;
        if (!entry.text.equals(current)) {
            entry = new Entry<>(current, converter.apply(current));
            last = entry;
        }
        return entry.value;
    }

    private record Entry<T>(String text, T value) {}
}
