package com.devpayr.config;

import com.devpayr.error.MissingCredentialException;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The suppliers of a configuration's credentials, which are read for every request.
 *
 * @param apiKey null if it is not configured
 * @param licenseKey null if it is not configured
 * @param secret the secret of injectables; null if it is not configured
 */
record CredentialSuppliers(
        @Nullable Supplier<ApiKey> apiKey,
        @Nullable Supplier<LicenseKey> licenseKey,
        @Nullable Supplier<Secret> secret) {

    /** Returns the supplier of a credential; null if it is not configured. */
    @Nullable
    Supplier<?> of(Credential credential) {
        return switch (credential) {
            case API_KEY -> apiKey;
            case LICENSE_KEY -> licenseKey;
        };
    }

    /** Returns whether a credential can be read without I/O. True if it is null or not configured. */
    boolean isKnown(@Nullable Credential credential) {
        Supplier<?> supplier = credential == null ? null : of(credential);
        return supplier == null || KnownSupplier.isKnown(supplier);
    }

    /**
     * Returns the current value of a credential for an operation.
     *
     * @throws MissingCredentialException if it is not configured
     */
    String reveal(Operation operation, Credential credential) {
        String value =
                switch (credential) {
                    case API_KEY ->
                        apiKey == null ? null : read("apiKey", apiKey).reveal();
                    case LICENSE_KEY ->
                        licenseKey == null
                                ? null
                                : read("licenseKey", licenseKey).reveal();
                };
        if (value == null) {
            throw new MissingCredentialException(operation, credential);
        }
        return value;
    }

    /** Returns the current secret; null if it is not configured. */
    @Nullable
    Secret revealSecret() {
        return secret == null ? null : read("secret", secret);
    }

    /** Returns the value of a supplier. Wraps a checked exception, since a transport would treat an IOException as its own. */
    private static <T> T read(String setting, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) { // code in Kotlin can throw checked exceptions
            throw new IllegalStateException(
                    "the supplier of " + setting + " threw a checked exception; catch it in the supplier", checked);
        }
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
