package com.devpayr.architecture.pages;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages and modules of the public types that the guides name. */
final class TypeTable {
    static final Path PAGE = Path.of("../docs/types.md");

    private static final Pattern SOURCE =
            Pattern.compile("\\.\\./(devpayr-[^/]+)/src/main/java/(.+)/([A-Z]\\w*)\\.java");
    private static final Pattern WORD = Pattern.compile("[A-Z]\\w+");

    private TypeTable() {}

    /** A public top-level type. */
    private record Type(String name, String packageName, String module) {
        boolean isPublic() {
            return !packageName.contains(".internal");
        }
    }

    static String types() throws IOException {
        Set<String> named = named();
        try (Stream<Path> sources = Files.find(Path.of(".."), 20, (path, kind) -> isSource(path))) {
            return sources.map(TypeTable::type)
                    .filter(type -> type.isPublic() && named.contains(type.name))
                    .map(type -> "| `%s` | `%s` | `%s` |%n".formatted(type.name, type.packageName, type.module))
                    .sorted()
                    .collect(joining("", OperationTables.header(List.of("type", "package", "module")), ""));
        }
    }

    /** All words in code of the guides that may be types. */
    private static Set<String> named() throws IOException {
        Set<String> words = new HashSet<>();
        try (Stream<Path> pages = Files.list(PAGE.getParent())) {
            for (Path page : pages.filter(TypeTable::isGuide).toList()) {
                Matcher word = WORD.matcher(Files.readString(page));
                while (word.find()) {
                    words.add(word.group());
                }
            }
        }
        return words;
    }

    private static boolean isGuide(Path path) {
        return path.toString().endsWith(".md") && !path.equals(PAGE);
    }

    private static boolean isSource(Path path) {
        return SOURCE.matcher(path.toString()).matches() && isPublicType(path);
    }

    private static boolean isPublicType(Path path) {
        String name = path.getFileName().toString().replace(".java", "");
        try {
            return Files.readString(path).contains("\npublic ") && !name.equals("Main");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Type type(Path path) {
        Matcher source = SOURCE.matcher(path.toString());
        if (!source.matches()) {
            throw new IllegalArgumentException(path.toString());
        }
        return new Type(source.group(3), source.group(2).replace('/', '.'), source.group(1));
    }
}
