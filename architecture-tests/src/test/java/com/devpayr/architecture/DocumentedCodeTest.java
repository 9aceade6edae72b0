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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares every Java listing of the documentation with the test that it is copied from, and requires a link to it, since
 * listings have no imports. The line before a listing names the
 * source: {@code <!-- path/of/Test.java#region -->} for the lines between {@code // <region>} and {@code // </region>}, or
 * {@code <!-- path/of/Test.java -->} for the whole file.
 */
class DocumentedCodeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LISTING =
            Pattern.compile("(?:<!-- ([^\\s#]+)(?:#(\\S+))? -->\n)?```java\n(.*?)```", Pattern.DOTALL);

    /** Other listings that are whole files. */
    private static final Pattern FILE =
            Pattern.compile("<!-- ([^\\s#]+) -->\n```(?:xml|kotlin)\n(.*?)```(\n\n\\S*)", Pattern.DOTALL);

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(docs, Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void listingsEqualTheirSource(Path page) throws IOException {
        Matcher listing = LISTING.matcher(Files.readString(page));
        while (listing.find()) {
            String shown = listing.group(3);
            assertThat(listing.group(1)).as("the source of: %s", shown).isNotNull();
            assertThat(shown).isEqualTo(source(ROOT.resolve(listing.group(1)), listing.group(2)));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void listingsLinkToTheirSource(Path page) throws IOException {
        String text = Files.readString(page);
        Matcher listing = LISTING.matcher(text);
        while (listing.find()) {
            assertThat(text.substring(listing.end())).startsWith(link(page, String.valueOf(listing.group(1))));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void filesEqualTheirSourceAndLinkToIt(Path page) throws IOException {
        Matcher file = FILE.matcher(Files.readString(page));
        while (file.find()) {
            Path source = ROOT.resolve(file.group(1));
            assertThat(file.group(2)).isEqualTo(Files.readString(source));
            assertThat(file.group(3)).isEqualTo(link(page, file.group(1)));
        }
    }

    @Test
    void readmeHasListings() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).containsPattern(LISTING);
    }

    private static String link(Path page, String file) {
        String root = page.getParent().equals(ROOT) ? "" : "../";
        return "\n\n[" + file.substring(file.lastIndexOf('/') + 1) + "](" + root + file + ")";
    }

    private static String source(Path file, @Nullable String region) throws IOException {
        return region == null ? Files.readString(file) : region(file, region);
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
