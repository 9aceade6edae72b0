package com.devpayr.spring;

import com.devpayr.error.ConfigurationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is asked for anew each time. While its source has none, or one that cannot be used, the last good
 * one stays: between two versions of a configuration there may be nothing.
 */
final class RefreshableCredential<T> implements Supplier<T> {
    private final Supplier<@Nullable String> source;
    private final Function<String, T> type;
    private volatile Known<T> known;

    private RefreshableCredential(Supplier<@Nullable String> source, Function<String, T> type, String first) {
        this.source = source;
        this.type = type;
        this.known = new Known<>(first, type.apply(first));
    }

    /** Null when the source has no value; throws what the type makes of a bad one. */
    static <T> @Nullable RefreshableCredential<T> of(Supplier<@Nullable String> source, Function<String, T> type) {
        String first = source.get();
        return first == null ? null : new RefreshableCredential<>(source, type, first);
    }

    @Override
    public T get() {
        Known<T> last = known;
        String now = source.get();
        if (now == null || now.equals(last.text)) {
            return last.value;
        }
        try {
            Known<T> next = new Known<>(now, type.apply(now));
            known = next;
            return next.value;
        } catch (ConfigurationException unusable) {
            return last.value;
        }
    }

    private record Known<T>(String text, T value) {}
}
