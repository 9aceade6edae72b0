package com.devpayr.testkit.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Descriptions from the Javadoc of the core, as Markdown. */
final class JavadocSummaries {
    private static final Path CORE = Path.of("../devpayr-core/src/main/java");
    private static final String JAVADOC = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+";
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|value)\\s+#?([^}]*)}");
    private static final Pattern CONSTANT = Pattern.compile("\\w+#([A-Z_]+)");
    private static final Pattern END = Pattern.compile("<p>|<pre>|@param|@return|@throws");

    private JavadocSummaries() {}

    /** Returns the summary of a constant of an enum. */
    static String constant(Class<?> type, String name) {
        return find(source(type), name + "\\(").findFirst().orElseThrow(() -> missing(type, name));
    }

    /** Returns the summary of a constant of an open set. */
    static String value(Class<?> type, String name) {
        return find(source(type), "public static final \\w+ " + name + " =")
                .findFirst()
                .orElseThrow(() -> missing(type, name));
    }

    /** Returns the first paragraph of a type's description. */
    static String type(Class<?> type) {
        return find(source(type), "public (?:final class|record|enum) " + type.getSimpleName())
                .findFirst()
                .orElseThrow(() -> missing(type, type.getSimpleName()));
    }

    /** Returns the description of the value that an accessor returns; empty if the class has no such method. */
    static Optional<String> accessor(Class<?> type, String name) {
        return value(type, name, "Returns ");
    }

    /** Returns the description of the value that a method of a class sets; empty if the class has no such method. */
    static Optional<String> setter(Class<?> type, String name) {
        return value(type, name, "Sets ");
    }

    private static Optional<String> value(Class<?> type, String name, String verb) {
        return find(source(type), "(?:@\\w+(?:\\([^)]*\\))?\\s+)*public [^;{(=]*\\b" + name + "\\(")
                .filter(text -> text.startsWith(verb))
                .map(text -> capitalized(text.substring(verb.length()).replaceFirst("^the ", "")))
                .findFirst();
    }

    private static Stream<String> find(String source, String declaration) {
        return Pattern.compile(JAVADOC + declaration, Pattern.DOTALL)
                .matcher(source)
                .results()
                .map(found -> markdown(found.group(1)));
    }

    private static String markdown(String javadoc) {
        String lines = javadoc.replaceAll("(?m)^\\s*\\* ?", " ");
        Matcher end = END.matcher(lines);
        String paragraph = end.find() ? lines.substring(0, end.start()) : lines;
        String text = TAG.matcher(paragraph.replaceAll("\\s+", " ").strip()).replaceAll("`$1`");
        return CONSTANT.matcher(text)
                .replaceAll(constant -> constant.group(1).toLowerCase(Locale.ROOT))
                .replace(", or null if not set", "")
                .replaceAll("; unmodifiable, ", "; ")
                .replaceAll("; unmodifiable(?=[;.])", "");
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(
                    CORE.resolve(type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static IllegalStateException missing(Class<?> type, String name) {
        return new IllegalStateException("no Javadoc of " + name + " in " + type.getName());
    }
}
