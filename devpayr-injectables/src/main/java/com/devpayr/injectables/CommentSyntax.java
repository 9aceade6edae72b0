package com.devpayr.injectables;

import java.util.Locale;
import java.util.Map;

/**
 * The syntax of a one-line comment in the language of a file.
 *
 * @param prefix the start of a comment
 * @param suffix the end of a comment; empty when the line ends it
 */
record CommentSyntax(String prefix, String suffix) {
    private static final CommentSyntax MARKUP = new CommentSyntax("<!-- ", " -->");
    private static final CommentSyntax BLOCK = new CommentSyntax("/* ", " */");
    private static final CommentSyntax HASH = new CommentSyntax("# ", "");
    private static final CommentSyntax DASHES = new CommentSyntax("-- ", "");
    private static final CommentSyntax SEMICOLON = new CommentSyntax("; ", "");
    private static final Map<String, CommentSyntax> BY_EXTENSION = Map.ofEntries(
            Map.entry("html", MARKUP),
            Map.entry("htm", MARKUP),
            Map.entry("xhtml", MARKUP),
            Map.entry("xml", MARKUP),
            Map.entry("svg", MARKUP),
            Map.entry("md", MARKUP),
            Map.entry("vue", MARKUP),
            Map.entry("css", BLOCK),
            Map.entry("scss", BLOCK),
            Map.entry("less", BLOCK),
            Map.entry("js", BLOCK),
            Map.entry("mjs", BLOCK),
            Map.entry("cjs", BLOCK),
            Map.entry("jsx", BLOCK),
            Map.entry("ts", BLOCK),
            Map.entry("tsx", BLOCK),
            Map.entry("java", BLOCK),
            Map.entry("kt", BLOCK),
            Map.entry("kts", BLOCK),
            Map.entry("groovy", BLOCK),
            Map.entry("gradle", BLOCK),
            Map.entry("scala", BLOCK),
            Map.entry("c", BLOCK),
            Map.entry("h", BLOCK),
            Map.entry("cpp", BLOCK),
            Map.entry("cs", BLOCK),
            Map.entry("go", BLOCK),
            Map.entry("rs", BLOCK),
            Map.entry("swift", BLOCK),
            Map.entry("php", BLOCK),
            Map.entry("sql", DASHES),
            Map.entry("lua", DASHES),
            Map.entry("ini", SEMICOLON));

    /**
     * Returns the comment syntax for a file, chosen by its extension. The default is {@code #}.
     *
     * @throws InjectableRejectedException when the language has no comments
     */
    static CommentSyntax forFileName(String fileName) throws InjectableRejectedException {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.equals("json")) {
            throw new InjectableRejectedException(
                    "JSON has no comments, so parts cannot be marked in it; use mode write or replace");
        }
        return BY_EXTENSION.getOrDefault(extension, HASH);
    }

    String comment(String text) {
        return prefix + text + suffix;
    }
}
