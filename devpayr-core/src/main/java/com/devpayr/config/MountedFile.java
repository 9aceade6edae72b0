package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;

/**
 * A value in a file, as container platforms mount secrets. Read again when the file changes, so that a rotated key is
 * used without a restart; while a changed file cannot be read, the last value stays.
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
            if (!Files.getLastModifiedTime(path).equals(known.modified)) {
                known = read(setting, path);
                content = known;
            }
        } catch (IOException betweenTwoVersions) {
            return known.value;
        }
        return known.value;
    }

    private static Content read(String setting, Path path) throws IOException {
        FileTime modified = Files.getLastModifiedTime(path);
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
        return new Content(value, modified);
    }

    private record Content(String value, FileTime modified) {}
}
