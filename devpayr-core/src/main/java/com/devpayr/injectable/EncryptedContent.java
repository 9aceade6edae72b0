package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

/**
 * An injectable's payload as it travels: encrypted, base64.
 *
 * @param value the text exactly as received, which is what the signature covers
 */
public record EncryptedContent(String value) {
    /** Any text; whether it can be decrypted shows when it is. */
    public EncryptedContent {
        requireNonNull(value, "value");
    }

    /** Its length: payloads are large. */
    @Override
    public String toString() {
        return "EncryptedContent[" + value.length() + " characters]";
    }
}
