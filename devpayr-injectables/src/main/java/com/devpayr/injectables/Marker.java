package com.devpayr.injectables;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that marks the begin or end of a part, such as {@code <!-- devpayr:begin banner -->}. Any text can precede the
 * marker, and any text can follow it after a space, so that markers fit into the comments of every language.
 *
 * @param word the kind of marker: {@code begin}, {@code end}, {@code part} or {@code part-end}
 * @param slug the slug of the injectable
 * @param lineStart the index of the first character of the line
 * @param lineEnd the index of the first character of the next line, or the length of the text
 */
record Marker(String word, String slug, int lineStart, int lineEnd) {
    /** The UTF-8 byte order mark as {@link Latin1} text. It belongs to the file, but not to the first line. */
    static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private static final String PREFIX = "devpayr:";

    /** Returns all markers in a text, in order. */
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

    /** Returns the text that marks the begin of a part. */
    static String begin(MarkedPart.Kind kind, String slug) {
        return PREFIX + kind.beginWord() + " " + slug;
    }

    /** Returns the text that marks the end of a part. */
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
        boolean afterByteOrderMark = newline < 0 && text.startsWith(BYTE_ORDER_MARK);
        return afterByteOrderMark ? BYTE_ORDER_MARK.length() : newline + 1;
    }

    private static int lineEnd(String text, int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline + 1;
    }
}
