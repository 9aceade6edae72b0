package com.devpayr.config;

import java.util.function.Function;

/** A supplier of a known value. */
final class FixedSupplier<T> implements KnownSupplier<T> {
    private final T value;

    FixedSupplier(T value) {
        this.value = value;
    }

    @Override
    public T get() {
        return value;
    }

    @Override
    public boolean isKnown() {
        return true;
    }

    /** Returns a supplier of the converted value. Converts it immediately. */
    <R> FixedSupplier<R> map(Function<T, R> converter) {
        return new FixedSupplier<>(converter.apply(value));
    }
}
