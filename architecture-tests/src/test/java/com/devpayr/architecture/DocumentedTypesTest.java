package com.devpayr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that every type of the published modules has Javadoc. */
class DocumentedTypesTest {
    private static final String PUBLISHED = "\\.\\./devpayr-[^/]+/src/main/java/.*/[A-Z]\\w*\\.java";
    private static final String FIXTURES = "\\.\\./architecture-tests/.*/fixture/undocumented/[A-Z]\\w*\\.java";

    @Test
    void everyTypeHasJavadoc() throws IOException {
        Documentation documentation = Documentation.of(sources(PUBLISHED));

        assertThat(documentation.types()).hasSizeGreaterThan(300);
        assertThat(documentation.undocumented()).isEmpty();
    }

    @Test
    void findsNestedTypesWithoutJavadoc() throws IOException {
        assertThat(Documentation.of(sources(FIXTURES)).undocumented())
                .containsExactlyInAnyOrder(
                        "com.devpayr.architecture.fixture.undocumented.SaysNothing",
                        "com.devpayr.architecture.fixture.undocumented.NestedSaysNothing");
    }

    private static List<Path> sources(String which) throws IOException {
        try (Stream<Path> sources =
                Files.find(Path.of(".."), 20, (path, kind) -> path.toString().matches(which))) {
            return sources.sorted().toList();
        }
    }
}
