package com.devpayr.secret;

import com.devpayr.error.ConfigurationException;

/** What may stand in an HTTP header: visible ASCII, with blanks only inside. */
public final class HeaderValue {
    private HeaderValue() {}

    /**
     * Checks that a value can be a header's.
     *
     * @param setting the setting's name, for the error
     * @return the value, unchanged
     * @throws ConfigurationException when it is empty or holds a character that a header cannot carry; the message
     *     says where and never shows the value
     */
    public static String require(String setting, String value) {
        if (value.isBlank()) {
            throw new ConfigurationException(setting, "is empty; give it a value or leave it unset");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                throw new ConfigurationException(
                        setting,
                        "holds " + describe(c) + " at position " + i
                                + ", which an HTTP header cannot carry; use printable ASCII only");
            }
        }
        if (value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ') {
            throw new ConfigurationException(setting, "starts or ends with a blank; remove it");
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
