package com.devpayr.injectables;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that marks where a piece begins or ends: {@code devpayr:begin banner}, with anything before it and after a
 * blank behind it, so that it fits every language's comments.
 *
 * @param word what it marks: {@code begin}, {@code end}, {@code part}, {@code part-end}
 * @param slug whose piece it is
 * @param lineStart where its line begins
 * @param lineEnd where the next line begins, or the text ends
 */
record Marker(String word, String slug, int lineStart, int lineEnd) {
    /** UTF-8's, one character a byte: it belongs to the file and to none of its lines. */
    static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private static final String PREFIX = "devpayr:";

    /** All markers of a text, in their order. */
    static List<Marker> findAll(String text) {
        List<Marker> markers = new ArrayList<>();
        for (int at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at + 1)) {
            int wordStart = at + PREFIX.length();
            int wordEnd = endOfToken(text, wordStart);
            int slugStart = skipBlanks(text, wordEnd);
            int slugEnd = endOfToken(text, slugStart);
            String word = text.substring(wordStart, wordEnd);
            if (isWord(word) && slugStart > wordEnd && slugEnd > slugStart) {
                markers.add(new Marker(
                        word, text.substring(slugStart, slugEnd), lineStart(text, at), lineEnd(text, slugEnd)));
            }
        }
        return markers;
    }

    /** What a line holds where a piece begins. */
    static String begin(MarkedPart.Kind kind, String slug) {
        return PREFIX + kind.beginWord() + " " + slug;
    }

    /** What a line holds where a piece ends. */
    static String end(MarkedPart.Kind kind, String slug) {
        return PREFIX + kind.endWord() + " " + slug;
    }

    private static boolean isWord(String word) {
        for (MarkedPart.Kind kind : MarkedPart.Kind.values()) {
            if (word.equals(kind.beginWord()) || word.equals(kind.endWord())) {
                return true;
            }
        }
        return false;
    }

    private static int endOfToken(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) > ' ') {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int lineStart(String text, int at) {
        int newline = text.lastIndexOf('\n', at);
        boolean first = newline < 0 && text.startsWith(BYTE_ORDER_MARK);
        return first ? BYTE_ORDER_MARK.length() : newline + 1;
    }

    private static int lineEnd(String text, int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline + 1;
    }
}
