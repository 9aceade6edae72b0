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
 * A file with a stable identifier for the user account on this machine. The identifier is random, so it reveals nothing about
 * the machine and does not depend on hardware or container ids. Concurrent processes agree on one identifier.
 */
final class FingerprintFile {
    private static final Pattern FORMAT = Pattern.compile("device-[0-9a-f]{32}");
    private static final int LENGTH = 39;
    private static final int LINE_END = 2;

    private final OwnerOnlyFile file;

    FingerprintFile(Path path) {
        this.file = new OwnerOnlyFile(path);
    }

    String value() {
        try {
            return Files.exists(file.path()) ? read() : generate();
        } catch (IOException failure) {
            throw new ConfigurationException(
                    "domain",
                    "is not set, and the fingerprint file " + file.path() + " cannot be used ("
                            + failure.getClass().getSimpleName() + "); set DEVPAYR_DOMAIN or make the file writable");
        }
    }

    private String read() throws IOException {
        String value = new String(file.read(LENGTH + LINE_END), StandardCharsets.US_ASCII).strip();
        if (!FORMAT.matcher(value).matches()) {
            throw new ConfigurationException(
                    "domain",
                    "is not set, and " + file.path()
                            + " is not a valid fingerprint file; delete it or set DEVPAYR_DOMAIN");
        }
        return value;
    }

    private String generate() throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String value = "device-" + HexFormat.of().formatHex(random);
        return file.create(value.getBytes(StandardCharsets.US_ASCII)) ? value : read();
    }
}
