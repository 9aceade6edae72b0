package com.devpayr.config;

import com.devpayr.error.MissingCredentialException;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a configuration, which are read for every request.
 *
 * @param apiKey null if it is not configured
 * @param licenseKey null if it is not configured
 * @param secret the secret of injectables; null if it is not configured
 */
record CredentialSources(
        @Nullable CredentialSource<ApiKey> apiKey,
        @Nullable CredentialSource<LicenseKey> licenseKey,
        @Nullable CredentialSource<Secret> secret) {

    /** Returns the source of a credential; null if it is not configured. */
    @Nullable
    CredentialSource<?> of(Credential credential) {
        return switch (credential) {
            case API_KEY -> apiKey;
            case LICENSE_KEY -> licenseKey;
        };
    }

    /** Returns whether a credential can be read without I/O. True if it is null or not configured. */
    boolean isKnown(@Nullable Credential credential) {
        CredentialSource<?> source = credential == null ? null : of(credential);
        return source == null || source.isKnown();
    }

    /**
     * Returns the current value of a credential for an operation.
     *
     * @throws MissingCredentialException if it is not configured
     */
    String reveal(Operation operation, Credential credential) {
        String value =
                switch (credential) {
                    case API_KEY -> apiKey == null ? null : apiKey.read().reveal();
                    case LICENSE_KEY ->
                        licenseKey == null ? null : licenseKey.read().reveal();
                };
        if (value == null) {
            throw new MissingCredentialException(operation, credential);
        }
        return value;
    }

    /** Returns the current secret; null if it is not configured. */
    @Nullable
    Secret revealSecret() {
        return secret == null ? null : secret.read();
    }

    /** Returns the texts to mask. */
    Stream<String> texts() {
        return Stream.of(apiKey, licenseKey, secret).filter(Objects::nonNull).flatMap(CredentialSource::texts);
    }

    /** Returns which credentials are configured, without their values. */
    @Override
    public String toString() {
        return "apiKey=" + presence(apiKey) + ", licenseKey=" + presence(licenseKey) + ", secret=" + presence(secret);
    }

    private static String presence(@Nullable Object value) {
        return value == null ? "none" : "****";
    }
}
