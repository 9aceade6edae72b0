package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.file.OwnerOnlyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A stable name for this user's account on this machine: random bytes, made once. They tell nothing about the machine,
 * and stay the same when its hardware or its container's id changes. Two processes that make it at the same time end up
 * with one.
 */
final class FingerprintFile {
    private static final Pattern FORM = Pattern.compile("device-[0-9a-f]{32}");
    private static final int LENGTH = 39;
    private static final int LINE_END = 2;

    private final OwnerOnlyFile file;

    FingerprintFile(Path path) {
        this.file = new OwnerOnlyFile(path);
    }

    String value() {
        try {
            return Files.exists(file.path()) ? read() : make();
        } catch (IOException failure) {
            throw new ConfigurationException(
                    "domain",
                    "is not set, and no fingerprint can be kept in " + file.path() + " ("
                            + failure.getClass().getSimpleName() + "); set DEVPAYR_DOMAIN or make that place writable");
        }
    }

    private String read() throws IOException {
        String value = new String(file.read(LENGTH + LINE_END), StandardCharsets.US_ASCII).strip();
        if (!FORM.matcher(value).matches()) {
            throw new ConfigurationException(
                    "domain",
                    "is not set, and " + file.path() + " holds no fingerprint; delete that file or set DEVPAYR_DOMAIN");
        }
        return value;
    }

    private String make() throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String value = "device-" + HexFormat.of().formatHex(random);
        return file.create(value.getBytes(StandardCharsets.US_ASCII)) ? value : read();
    }
}
