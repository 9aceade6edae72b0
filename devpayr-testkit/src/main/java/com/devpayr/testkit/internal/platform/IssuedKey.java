package com.devpayr.testkit.internal.platform;

/**
 * A created API key with its value, which is not stored.
 *
 * @param value the value
 * @param id the id
 */
public record IssuedKey(String value, long id) {
    /** Returns the id with the value masked. */
    @Override
    public String toString() {
        return "IssuedKey[****, id=" + id + "]";
    }
}
