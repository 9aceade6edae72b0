package com.devpayr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java listing of the documentation is code that a test runs. The line before it says which: {@code <!--
 * path/of/Test.java#region -->}, where the region is what stands between {@code // <region>} and {@code // </region>}.
 */
class DocumentedCodeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LISTING =
            Pattern.compile("(?:<!-- (\\S+)#(\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(docs, Stream.of(ROOT.resolve("README.md")))
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyListingIsTheCodeThatItNames(Path page) throws IOException {
        Matcher listing = LISTING.matcher(Files.readString(page));
        while (listing.find()) {
            String shown = listing.group(3);
            assertThat(listing.group(1)).as("the source of: %s", shown).isNotNull();
            assertThat(shown).isEqualTo(region(ROOT.resolve(listing.group(1)), listing.group(2)));
        }
    }

    @Test
    void thereAreListingsToLookAt() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).containsPattern(LISTING);
    }

    private static String region(Path source, String name) throws IOException {
        Matcher region = Pattern.compile("// <" + name + ">\n(.*?)( *)// </" + name + ">", Pattern.DOTALL)
                .matcher(Files.readString(source));
        assertThat(region.find()).as("the region %s of %s", name, source).isTrue();
        String indentation = region.group(2);
        List<String> lines = new ArrayList<>(List.of(region.group(1).split("\n", -1)));
        lines.replaceAll(line -> line.startsWith(indentation) ? line.substring(indentation.length()) : line);
        return String.join("\n", lines);
    }
}
