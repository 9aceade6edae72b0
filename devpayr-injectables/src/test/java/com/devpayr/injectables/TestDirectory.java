package com.devpayr.injectables;

import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A directory with helpers to read and write its files, and factories of injectables for it. */
final class TestDirectory {
    private final Path root;

    TestDirectory(Path root) {
        this.root = root;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    TestDirectory put(String name, String content) {
        try {
            Path file = path(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String get(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns every entry with its type, permissions and content, for comparing the directory at two times. */
    Map<String, String> tree() {
        try (Stream<Path> entries = Files.walk(root)) {
            Map<String, String> tree = new TreeMap<>();
            entries.forEach(entry -> tree.put(root.relativize(entry).toString(), describe(entry)));
            return tree;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the entries of {@link #tree()} without the journal. */
    Map<String, String> files() {
        Map<String, String> files = tree();
        files.keySet().removeIf(name -> name.startsWith(TargetPath.JOURNAL_DIRECTORY));
        return files;
    }

    private static String describe(Path entry) {
        try {
            if (Files.isSymbolicLink(entry)) {
                return "link to " + Files.readSymbolicLink(entry);
            }
            String permissions =
                    entry.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(entry, LinkOption.NOFOLLOW_LINKS))
                            : "";
            return Files.isRegularFile(entry)
                    ? permissions + " " + Files.readString(entry, StandardCharsets.ISO_8859_1)
                    : permissions;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static DecryptedInjectable injectable(String slug, InjectableMode mode, String target, String content) {
        return DecryptedInjectable.builder(slug, InjectableType.SNIPPET, mode)
                .targetPath(target)
                .text(content)
                .build();
    }

    static DecryptedInjectable write(String slug, String target, String content) {
        return injectable(slug, InjectableMode.WRITE, target, content);
    }

    static DecryptedInjectable append(String slug, String target, String content) {
        return injectable(slug, InjectableMode.APPEND, target, content);
    }

    static DecryptedInjectable prepend(String slug, String target, String content) {
        return injectable(slug, InjectableMode.PREPEND, target, content);
    }

    static DecryptedInjectable inject(String slug, String target, String content) {
        return injectable(slug, InjectableMode.INJECT, target, content);
    }
}
