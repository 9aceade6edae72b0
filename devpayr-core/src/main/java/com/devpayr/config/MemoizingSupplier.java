package com.devpayr.config;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks at the first need and keeps the answer; a failure is not kept. */
final class MemoizingSupplier<T> implements Supplier<T> {
    private final Supplier<T> source;
    private volatile @Nullable T answer;

    MemoizingSupplier(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = answer;
        return known != null ? known : ask();
    }

    /** Whether it has been asked for. */
    boolean isKnown() {
        return answer != null;
    }

    private synchronized T ask() {
        T known = answer;
        if (known == null) {
            known = source.get();
            answer = known;
        }
        return known;
    }
}
