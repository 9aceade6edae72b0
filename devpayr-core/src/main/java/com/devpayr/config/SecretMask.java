package com.devpayr.config;

import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Masks the current values of a configuration's secrets in texts. */
final class SecretMask {
    private static final int MIN_PASSWORD_LENGTH = 4;

    private SecretMask() {}

    /** Returns the text with all credentials and the password of the proxy masked, unless the password is too short. */
    static String apply(String text, CredentialSuppliers credentials, @Nullable ProxySettings proxy) {
        return Stream.of(
                        known(credentials.apiKey(), ApiKey::reveal),
                        known(credentials.licenseKey(), LicenseKey::reveal),
                        known(credentials.secret(), Secret::reveal),
                        known(proxy == null ? null : proxy::password, password -> password)
                                .filter(password -> password.length() >= MIN_PASSWORD_LENGTH))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(String::length).reversed()) // one may contain another
                .reduce(text, (clean, value) -> clean.replace(value, "****"));
    }

    /** Returns the value; empty also if it cannot be read, since that must not hide the error that is being reported. */
    private static <T> Optional<String> known(@Nullable Supplier<T> source, Function<T, String> reveal) {
        try {
            return source == null ? Optional.empty() : Optional.of(reveal.apply(source.get()));
        } catch (Throwable unavailable) { // code in Kotlin can throw checked exceptions
            return Optional.empty();
        }
    }
}
