package com.devpayr.config;

import java.util.function.Function;
import java.util.function.Supplier;

/** A supplier of a known value. Distinguished from other suppliers, which may block. */
final class FixedSupplier<T> implements Supplier<T> {
    private final T value;

    FixedSupplier(T value) {
        this.value = value;
    }

    @Override
    public T get() {
        return value;
    }

    /** Returns a supplier of the converted value. Converts it immediately. */
    <R> FixedSupplier<R> map(Function<T, R> converter) {
        return new FixedSupplier<>(converter.apply(value));
    }
}
