package com.devpayr.config;

import java.util.function.Function;
import java.util.function.Supplier;

/** A value that is there, which is told apart from a supplier that may have to wait for its own. */
final class FixedSupplier<T> implements Supplier<T> {
    private final T value;

    FixedSupplier(T value) {
        this.value = value;
    }

    @Override
    public T get() {
        return value;
    }

    /** Another value, made of this one now. */
    <R> FixedSupplier<R> map(Function<T, R> function) {
        return new FixedSupplier<>(function.apply(value));
    }
}
