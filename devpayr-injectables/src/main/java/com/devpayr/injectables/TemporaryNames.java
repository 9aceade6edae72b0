package com.devpayr.injectables;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Unpredictable names for files and directories that are created under a temporary name and moved into place. */
final class TemporaryNames {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TemporaryNames() {}

    /** Returns the prefix, followed by 16 random hexadecimal digits. */
    static String create(String prefix) {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        return prefix + HexFormat.of().formatHex(random);
    }
}
