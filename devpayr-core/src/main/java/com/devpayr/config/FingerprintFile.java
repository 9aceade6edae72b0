package com.devpayr.config;

import static java.util.Objects.requireNonNull;

import com.devpayr.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A stable name for this user's account on this machine: random bytes, made once. They tell nothing about the machine,
 * and stay the same when its hardware or its container's id changes.
 *
 * <p>The file is its owner's alone, appears whole or not at all, and two processes that make it at the same time end up
 * with one.
 */
final class FingerprintFile {
    private static final Pattern FORM = Pattern.compile("device-[0-9a-f]{32}");
    private static final int LENGTH = 39;

    private final Path path;

    FingerprintFile(Path path) {
        this.path = path;
    }

    String value() {
        try {
            return Files.exists(path) ? read() : make();
        } catch (IOException failure) {
            throw new ConfigurationException(
                    "domain",
                    "is not set, and no fingerprint can be kept in " + path + " ("
                            + failure.getClass().getSimpleName() + "); set DEVPAYR_DOMAIN or make that place writable");
        }
    }

    private String read() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LENGTH + 2);
        }
        String value = new String(bytes, StandardCharsets.US_ASCII).strip();
        if (!FORM.matcher(value).matches()) {
            throw new ConfigurationException(
                    "domain",
                    "is not set, and " + path + " holds no fingerprint; delete that file or set DEVPAYR_DOMAIN");
        }
        return value;
    }

    /** Writes a file beside and links it to the name, which only the first of several processes can. */
    private String make() throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String value = "device-" + HexFormat.of().formatHex(random);
        Path folder = requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        Path draft = Files.createTempFile(folder, "fingerprint", ".new", ownerOnly(folder, "rw-------"));
        try {
            Files.writeString(draft, value, StandardCharsets.US_ASCII);
            return publish(draft, value);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String publish(Path draft, String value) throws IOException {
        try {
            Files.createLink(path, draft);
            return value;
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return read();
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, path);
            return value;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
