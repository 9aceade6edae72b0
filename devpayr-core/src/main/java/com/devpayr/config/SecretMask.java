package com.devpayr.config;

import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Masks the current values of a configuration's secrets in texts. */
final class SecretMask {
    private static final int MIN_PASSWORD_LENGTH = 4;

    private SecretMask() {}

    /** Returns the text with all credentials and the password of the proxy masked, unless the password is too short. */
    static String apply(String text, CredentialSources credentials, @Nullable ProxySettings proxy) {
        return Stream.concat(credentials.texts(), password(proxy))
                .sorted(Comparator.comparingInt(String::length).reversed()) // one may contain another
                .reduce(text, (clean, value) -> clean.replace(value, "****"));
    }

    /** Returns the password; empty also if it cannot be read, since that must not hide the error that is being reported. */
    private static Stream<String> password(@Nullable ProxySettings proxy) {
        try {
            return Stream.ofNullable(proxy == null ? null : proxy.password())
                    .filter(password -> password.length() >= MIN_PASSWORD_LENGTH);
        } catch (Throwable unavailable) { // code in Kotlin can throw checked exceptions
            return Stream.empty();
        }
    }
}
