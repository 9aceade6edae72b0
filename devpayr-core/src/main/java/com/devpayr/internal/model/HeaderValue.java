package com.devpayr.internal.model;

import com.devpayr.error.ConfigurationException;

/** Validation of HTTP header values: printable ASCII, without leading or trailing spaces. */
public final class HeaderValue {
    private HeaderValue() {}

    /**
     * Checks that a value is allowed in an HTTP header.
     *
     * @param setting name of the setting, for the exception
     * @return the value, unchanged
     * @throws ConfigurationException if the value is blank or contains a character that is not allowed; the message names
     *     the position, never the value
     */
    public static String require(String setting, String value) {
        if (value.isBlank()) {
            throw new ConfigurationException(setting, "is empty; set a value or leave it unset");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                throw new ConfigurationException(
                        setting,
                        "contains " + describe(c) + " at position " + i
                                + ", which is not allowed in an HTTP header; use printable ASCII only");
            }
        }
        if (value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ') {
            throw new ConfigurationException(setting, "starts or ends with a space; remove it");
        }
        return value;
    }

    private static String describe(char c) {
        return switch (c) {
            case '\r' -> "a carriage return";
            case '\n' -> "a line feed";
            case '\t' -> "a tab";
            default -> c < ' ' || c == 127 ? "a control character" : "a character that is not ASCII";
        };
    }
}
