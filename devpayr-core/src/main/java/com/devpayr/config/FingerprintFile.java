package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.file.OwnerOnlyFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A file with a stable identifier for the user account on this machine. The identifier is random, so it reveals nothing about
 * the machine and does not depend on hardware or container ids. Concurrent processes agree on one identifier. The process that
 * generates it logs a warning: each further file system, such as that of a new container, would use up one more domain of the
 * license.
 */
final class FingerprintFile {
    private static final Logger LOG = System.getLogger(DevPayrConfig.class.getName());
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
        if (!file.create(value.getBytes(StandardCharsets.US_ASCII))) {
            return read();
        }
        warn(value);
        return value;
    }

    private void warn(String value) {
        LOG.log(
                Level.WARNING,
                () -> "No domain is configured. Generated the random domain " + value + " and stored it in "
                        + file.path()
                        + ". Without this file, as in a new container, another one is generated, which counts towards the"
                        + " license's limit of domains. Set DEVPAYR_DOMAIN, or domainFile to a file that is kept;"
                        + " requireDomain() makes a missing domain an error");
    }
}
