package com.devpayr.config;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is read from a supplier for every request. Remembers the value of the last request, which a response may
 * repeat after the credential has changed.
 */
final class CredentialSource<T> {
    private final String setting;
    private final Supplier<T> supplier;
    private final Function<T, String> text;
    private volatile @Nullable T last;

    private CredentialSource(String setting, Supplier<T> supplier, Function<T, String> text) {
        this.setting = setting;
        this.supplier = supplier;
        this.text = text;
    }

    /** Returns a source; null if there is no supplier. */
    static <T> @Nullable CredentialSource<T> of(
            String setting, @Nullable Supplier<T> supplier, Function<T, String> text) {
        return supplier == null ? null : new CredentialSource<>(setting, supplier, text);
    }

    /** Returns the value for a request. Wraps a checked exception, since a transport would treat an IOException as its own. */
    T read() {
        T value;
        try {
            value = supplier.get();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) { // code in Kotlin can throw checked exceptions
            throw new IllegalStateException(
                    "the supplier of " + setting + " threw a checked exception; catch it in the supplier", checked);
        }
        if (last != value) {
            last = value;
        }
        return value;
    }

    /** Returns whether the value can be read without I/O. */
    boolean isKnown() {
        return KnownSupplier.isKnown(supplier);
    }

    /** Returns the texts to mask: the current value and that of the last request. */
    Stream<String> texts() {
        return Stream.of(current(), last).filter(Objects::nonNull).map(text).distinct();
    }

    /** Returns the current value; null if it cannot be read, since that must not hide the error that is being reported. */
    private @Nullable T current() {
        try {
            return supplier.get();
        } catch (Throwable unavailable) {
            return null;
        }
    }
}
