package com.devpayr.testkit.platform;

/**
 * A new API key: the only time that its value is shown.
 *
 * @param value the value itself
 * @param id its number
 */
public record IssuedKey(String value, long id) {
    /** The number, with the value masked. */
    @Override
    public String toString() {
        return "IssuedKey[****, id=" + id + "]";
    }
}
