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
 * A value in a file, as container platforms mount secrets. Read again when the file changes, so that a rotated key is
 * used without a restart; while a changed file is missing, empty or otherwise of no use, the last value stays.
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

    static MountedFile open(String setting, Path path) {
        try {
            return new MountedFile(setting, path, read(setting, path));
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    setting,
                    "names " + path + ", which cannot be read ("
                            + unreadable.getClass().getSimpleName() + "); check the path and its rights");
        }
    }

    @Override
    public String get() {
        Content known = content;
        try {
            if (!Version.of(path).equals(known.version)) {
                known = read(setting, path);
                content = known;
            }
        } catch (IOException | ConfigurationException betweenTwoVersions) {
            return known.value;
        }
        return known.value;
    }

    private static Content read(String setting, Path path) throws IOException {
        Version version = Version.of(path);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new ConfigurationException(
                    setting, "names " + path + ", which is larger than 64 KiB; is it the right file?");
        }
        String value = new String(bytes, StandardCharsets.UTF_8).strip();
        if (value.isEmpty()) {
            throw new ConfigurationException(setting, "names " + path + ", which is empty; put the value into it");
        }
        return new Content(value, version);
    }

    private record Content(String value, Version version) {}

    /** What tells two versions apart; the size does where a file system's clock is coarse. */
    private record Version(FileTime modified, long size) {
        static Version of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size());
        }
    }
}
