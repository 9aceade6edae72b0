package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;

/**
 * A supplier of a value from a file, such as a mounted secret. The file is read again when it changes, so that a rotated key
 * is used without a restart. While the file is missing, empty or unreadable, the last value is used.
 */
final class MountedFile implements Supplier<String> {
    private static final int MAX_BYTES = 64 * 1024;

    private final String setting;
    private final Path path;
    private volatile Content content;

    private MountedFile(String setting, Path path, Content content) {
        this.setting = setting;
        this.path = path;
        this.content = content;
    }

    static MountedFile create(String setting, Path path) {
        try {
            return new MountedFile(setting, path, read(setting, path));
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    setting,
                    "refers to " + path + ", which cannot be read ("
                            + unreadable.getClass().getSimpleName() + "); check the path and its permissions");
        }
    }

    @Override
    public String get() {
        Content current = content;
        try {
            if (!Version.of(path).equals(current.version)) {
                current = read(setting, path);
                content = current;
            }
        } catch (IOException | ConfigurationException unavailable) {
            return current.value;
        }
        return current.value;
    }

    private static Content read(String setting, Path path) throws IOException {
        Version version = Version.of(path);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new ConfigurationException(
                    setting, "refers to " + path + ", which is larger than 64 KiB; check the path");
        }
        String value = new String(bytes, StandardCharsets.UTF_8).strip();
        if (value.isEmpty()) {
            throw new ConfigurationException(setting, "refers to " + path + ", which is empty; write the value to it");
        }
        return new Content(value, version);
    }

    private record Content(String value, Version version) {}

    /** Identifies a version of the file. Includes the size, since some file systems have coarse timestamps. */
    private record Version(FileTime modified, long size) {
        static Version of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size());
        }
    }
}
