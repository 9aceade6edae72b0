package com.devpayr.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparison and masked text of secret values. */
final class Masked {
    private Masked() {}

    static boolean equalsInConstantTime(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    static String toString(String type) {
        return type + "[****]";
    }
}
