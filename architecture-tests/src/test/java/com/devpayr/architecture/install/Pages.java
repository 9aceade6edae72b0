package com.devpayr.architecture.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the documentation and their listings. */
final class Pages {
    private Pages() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> docs = Files.list(InstalledBuild.ROOT.resolve("docs"))) {
            return Stream.concat(
                            docs,
                            Stream.of("README.md", "CONTRIBUTING.md", "benchmarks/README.md")
                                    .map(InstalledBuild.ROOT::resolve))
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the text of the listings in a language, in one string. */
    static String listings(String text, String language) {
        StringBuilder listings = new StringBuilder();
        Matcher listing =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        while (listing.find()) {
            listings.append(listing.group(1));
        }
        return listings.toString();
    }

    /** Returns the section of a page below a heading of the second level. */
    static String section(Path page, String heading) throws IOException {
        Matcher section = Pattern.compile("\n## " + heading + "\n(.*?)\n## ", Pattern.DOTALL)
                .matcher(Files.readString(page));
        if (!section.find()) {
            throw new AssertionError(page + " has no section " + heading);
        }
        return section.group(1);
    }
}
