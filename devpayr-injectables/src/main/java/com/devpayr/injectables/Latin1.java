package com.devpayr.injectables;

import java.nio.charset.StandardCharsets;

/**
 * Conversion between bytes and ISO 8859-1 text. Files are edited in this form because every byte becomes exactly one
 * character, so that the bytes around an edit survive in any encoding.
 */
final class Latin1 {
    private Latin1() {}

    static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the UTF-8 bytes of a text, decoded as Latin-1. */
    static String ofUtf8(String text) {
        return decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
