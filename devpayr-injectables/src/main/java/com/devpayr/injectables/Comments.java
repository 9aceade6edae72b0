package com.devpayr.injectables;

import java.util.Locale;
import java.util.Map;

/**
 * How a file's language writes a comment of one line, judged by the file's name.
 *
 * @param open what a comment begins with
 * @param close what it ends with; may be empty
 */
record Comments(String open, String close) {
    private static final Comments MARKUP = new Comments("<!-- ", " -->");
    private static final Comments BLOCK = new Comments("/* ", " */");
    private static final Comments HASH = new Comments("# ", "");
    private static final Comments DASHES = new Comments("-- ", "");
    private static final Comments SEMICOLON = new Comments("; ", "");
    private static final Map<String, Comments> BY_EXTENSION = Map.ofEntries(
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
     * @throws Refusal when the language has no comments
     */
    static Comments of(String fileName) throws Refusal {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.equals("json")) {
            throw new Refusal("JSON has no comments to mark a part with; use write or replace");
        }
        return BY_EXTENSION.getOrDefault(extension, HASH);
    }

    String line(String text) {
        return open + text + close;
    }
}
