package com.devpayr.spring;

import com.devpayr.error.ConfigurationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A supplier that reads a credential from its source on every call. While the source has no value or an invalid one, as can
 * happen while a configuration is being replaced, the last valid credential is returned.
 */
final class RefreshableCredential<T> implements Supplier<T> {
    private final Supplier<@Nullable String> source;
    private final Function<String, T> converter;
    private volatile Entry<T> current;

    private RefreshableCredential(Supplier<@Nullable String> source, Function<String, T> converter, String first) {
        this.source = source;
        this.converter = converter;
        this.current = new Entry<>(first, converter.apply(first));
    }

    /**
     * Returns a supplier; null if the source has no value.
     *
     * @throws ConfigurationException if the value is invalid
     */
    static <T> @Nullable RefreshableCredential<T> of(Supplier<@Nullable String> source, Function<String, T> converter) {
        String first = source.get();
        return first == null ? null : new RefreshableCredential<>(source, converter, first);
    }

    @Override
    public T get() {
        Entry<T> last = current;
        try {
            String now = source.get();
            if (now == null || now.equals(last.text)) {
                return last.value;
            }
            Entry<T> next = new Entry<>(now, converter.apply(now));
            current = next;
            return next.value;
        } catch (ConfigurationException invalid) {
            return last.value;
        }
    }

    private record Entry<T>(String text, T value) {}
}
