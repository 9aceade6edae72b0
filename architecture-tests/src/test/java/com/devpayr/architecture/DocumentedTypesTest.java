package com.devpayr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type of the published modules says in its Javadoc what it is. */
class DocumentedTypesTest {
    /** The first line of a top-level type, and the annotations above it. */
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:@[^\\n]*\\n(?:[ )][^\\n]*\\n)*)*(?:(?:public|abstract|final|sealed|non-sealed) )*(?:class|interface|enum|record|@interface) \\w");

    private static final Pattern DOCUMENTED =
            Pattern.compile("\\*/\\n" + TYPE.pattern().substring("(?m)^".length()));

    @Test
    void everyTypeHasAJavadoc() throws IOException {
        List<Path> types = types();
        assertThat(types).hasSizeGreaterThan(300);
        assertThat(types).filteredOn(type -> !isDocumented(type)).isEmpty();
    }

    private static List<Path> types() throws IOException {
        try (Stream<Path> sources = Files.find(Path.of(".."), 20, (path, kind) -> isPublished(path))) {
            return sources.sorted().toList();
        }
    }

    private static boolean isPublished(Path path) {
        return path.toString().matches("\\.\\./devpayr-[^/]+/src/main/java/.*/[A-Z]\\w*\\.java");
    }

    private static boolean isDocumented(Path type) {
        try {
            String source = Files.readString(type);
            return TYPE.matcher(source).find() && DOCUMENTED.matcher(source).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
