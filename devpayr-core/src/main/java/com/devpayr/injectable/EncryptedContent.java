package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

/**
 * The encrypted payload of an injectable, in base64.
 *
 * @param value text exactly as received; the signature covers it
 */
public record EncryptedContent(String value) {
    /** Creates a payload. It is validated when it is decrypted. */
    public EncryptedContent {
        requireNonNull(value, "value");
    }

    /** Returns the length instead of the value, since payloads are large. */
    @Override
    public String toString() {
        return "EncryptedContent[" + value.length() + " characters]";
    }
}
