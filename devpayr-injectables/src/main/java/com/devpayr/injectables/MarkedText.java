package com.devpayr.injectables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file's text, one character a byte, and the pieces in it that belong to injectables. Every method gives a new text
 * and leaves all but the one piece as it was.
 */
final class MarkedText {
    private final String fileName;
    private final String text;

    MarkedText(String fileName, String text) {
        this.fileName = fileName;
        this.text = text;
    }

    String text() {
        return text;
    }

    /** With the part in it: in its own place if it has one, else in a new one. */
    MarkedText with(MarkedPart part) throws InjectableRejectedException {
        checkText(text, "its target");
        checkText(part.content(), "it");
        if (!Marker.findAll(part.content()).isEmpty()) {
            throw new InjectableRejectedException("it holds a marker of its own, which could not be told from ours");
        }
        Region region = region(part.kind(), part.slug());
        if (region != null) {
            return new MarkedText(
                    fileName, before(region.contentStart) + wholeLines(part.content()) + after(region.contentEnd));
        }
        return switch (part.kind()) {
            case INJECT ->
                throw new InjectableRejectedException(
                        "its target has no line with " + Marker.begin(part.kind(), part.slug()) + " and none with "
                                + Marker.end(part.kind(), part.slug()));
            case APPEND -> new MarkedText(fileName, wholeLines(text) + marked(part));
            case PREPEND -> prepended(part);
        };
    }

    /** Without a part of ours, markers and all; the same when it is not there. */
    MarkedText without(MarkedPart.Kind kind, String slug) throws InjectableRejectedException {
        Region region = region(kind, slug);
        return region == null ? this : new MarkedText(fileName, before(region.start) + after(region.end));
    }

    /** What stands between a part's markers; null when they are not there. */
    @Nullable
    String content(MarkedPart.Kind kind, String slug) throws InjectableRejectedException {
        Region region = region(kind, slug);
        return region == null ? null : text.substring(region.contentStart, region.contentEnd);
    }

    private MarkedText prepended(MarkedPart part) throws InjectableRejectedException {
        int at = text.startsWith(Marker.BYTE_ORDER_MARK) ? Marker.BYTE_ORDER_MARK.length() : 0;
        if (text.startsWith("#!", at) || text.startsWith("<?", at)) {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline + 1;
            return new MarkedText(fileName, wholeLines(before(at)) + marked(part) + after(at));
        }
        return new MarkedText(fileName, before(at) + marked(part) + after(at));
    }

    private String marked(MarkedPart part) throws InjectableRejectedException {
        CommentSyntax syntax = CommentSyntax.forFileName(fileName);
        String slug = bytesAsText(part.slug());
        return syntax.comment(Marker.begin(part.kind(), slug))
                + newline()
                + wholeLines(part.content())
                + syntax.comment(Marker.end(part.kind(), slug))
                + newline();
    }

    private @Nullable Region region(MarkedPart.Kind kind, String slug) throws InjectableRejectedException {
        List<Marker> all = Marker.findAll(text);
        List<Marker> begins = withWordAndSlug(all, kind.beginWord(), bytesAsText(slug));
        List<Marker> ends = withWordAndSlug(all, kind.endWord(), bytesAsText(slug));
        if (begins.isEmpty() && ends.isEmpty()) {
            return null;
        }
        if (begins.size() != 1 || ends.size() != 1) {
            throw new InjectableRejectedException("its markers in the target are not one to begin and one to end");
        }
        Marker begin = begins.get(0);
        Marker end = ends.get(0);
        if (all.indexOf(end) != all.indexOf(begin) + 1 || begin.lineEnd() > end.lineStart()) {
            throw new InjectableRejectedException(
                    "its markers in the target do not follow each other on lines of their own");
        }
        return new Region(begin.lineStart(), begin.lineEnd(), end.lineStart(), end.lineEnd());
    }

    private static List<Marker> withWordAndSlug(List<Marker> markers, String word, String slug) {
        return markers.stream()
                .filter(marker -> marker.word().equals(word) && marker.slug().equals(slug))
                .toList();
    }

    private static String bytesAsText(String slug) {
        return new String(slug.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void checkText(String candidate, String what) throws InjectableRejectedException {
        if (candidate.indexOf('\0') >= 0) {
            throw new InjectableRejectedException(what + " is not text, so it can have no parts");
        }
    }

    private String before(int at) {
        return text.substring(0, at);
    }

    private String after(int at) {
        return text.substring(at);
    }

    /** A text as whole lines. */
    private String wholeLines(String lines) {
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + newline();
    }

    /** As the first line ends, also when it is the last: a new line's end must not change the answer. */
    private String newline() {
        int first = text.indexOf('\n');
        int end = first < 0 ? text.length() : first;
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    private record Region(int start, int contentStart, int contentEnd, int end) {}
}
