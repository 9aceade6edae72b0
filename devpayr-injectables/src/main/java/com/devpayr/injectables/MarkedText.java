package com.devpayr.injectables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a text file, as {@link Latin1} text, with the marked parts in it. Immutable: each change of a part
 * returns a new text in which everything else is the same.
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

    /**
     * Returns the text with a part. When the part exists, its content is replaced; otherwise it is added.
     *
     * @throws InjectableRejectedException when the part cannot be added, or its markers are missing or ambiguous
     */
    MarkedText with(MarkedPart part) throws InjectableRejectedException {
        requireText(text, "the target");
        requireText(part.content(), "the content");
        if (!Marker.findAll(part.content()).isEmpty()) {
            throw new InjectableRejectedException(
                    "the content contains a devpayr: marker, which would make the target ambiguous");
        }
        Region region = find(part.kind(), part.slug());
        if (region != null) {
            return withText(before(region.contentStart) + wholeLines(part.content()) + after(region.contentEnd));
        }
        return switch (part.kind()) {
            case INJECT ->
                throw new InjectableRejectedException(
                        "the target contains neither a line with " + Marker.begin(part.kind(), part.slug())
                                + " nor a line with " + Marker.end(part.kind(), part.slug()));
            case APPEND -> withText(wholeLines(text) + enclose(part));
            case PREPEND -> prepend(part);
        };
    }

    /** Returns the text without a part and its markers; the same text when the part does not exist. */
    MarkedText without(MarkedPart.Kind kind, String slug) throws InjectableRejectedException {
        Region region = find(kind, slug);
        return region == null ? this : withText(before(region.start) + after(region.end));
    }

    /** Returns the content of a part; null when the part does not exist. */
    @Nullable
    String content(MarkedPart.Kind kind, String slug) throws InjectableRejectedException {
        Region region = find(kind, slug);
        return region == null ? null : text.substring(region.contentStart, region.contentEnd);
    }

    private MarkedText withText(String newText) {
        return new MarkedText(fileName, newText);
    }

    /** Prepends after a byte order mark and after a first line that must stay first, such as a shebang. */
    private MarkedText prepend(MarkedPart part) throws InjectableRejectedException {
        int at = text.startsWith(Marker.BYTE_ORDER_MARK) ? Marker.BYTE_ORDER_MARK.length() : 0;
        if (text.startsWith("#!", at) || text.startsWith("<?", at)) {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline + 1;
            return withText(wholeLines(before(at)) + enclose(part) + after(at));
        }
        return withText(before(at) + enclose(part) + after(at));
    }

    private String enclose(MarkedPart part) throws InjectableRejectedException {
        CommentSyntax syntax = CommentSyntax.forFileName(fileName);
        String slug = Latin1.ofUtf8(part.slug());
        return syntax.comment(Marker.begin(part.kind(), slug))
                + lineEnding()
                + wholeLines(part.content())
                + syntax.comment(Marker.end(part.kind(), slug))
                + lineEnding();
    }

    private @Nullable Region find(MarkedPart.Kind kind, String slug) throws InjectableRejectedException {
        List<Marker> all = Marker.findAll(text);
        List<Marker> begins = filter(all, kind.beginWord(), Latin1.ofUtf8(slug));
        List<Marker> ends = filter(all, kind.endWord(), Latin1.ofUtf8(slug));
        if (begins.isEmpty() && ends.isEmpty()) {
            return null;
        }
        if (begins.size() != 1 || ends.size() != 1) {
            throw new InjectableRejectedException(
                    "the target does not contain exactly one begin marker and one end marker");
        }
        Marker begin = begins.get(0);
        Marker end = ends.get(0);
        if (all.indexOf(end) != all.indexOf(begin) + 1 || begin.lineEnd() > end.lineStart()) {
            throw new InjectableRejectedException(
                    "the begin marker in the target is not followed by its end marker on a later line");
        }
        return new Region(begin.lineStart(), begin.lineEnd(), end.lineStart(), end.lineEnd());
    }

    private static List<Marker> filter(List<Marker> markers, String word, String slug) {
        return markers.stream()
                .filter(marker -> marker.word().equals(word) && marker.slug().equals(slug))
                .toList();
    }

    private static void requireText(String candidate, String subject) throws InjectableRejectedException {
        if (candidate.indexOf('\0') >= 0) {
            throw new InjectableRejectedException(
                    subject + " is binary; modes append, prepend and inject require text");
        }
    }

    private String before(int index) {
        return text.substring(0, index);
    }

    private String after(int index) {
        return text.substring(index);
    }

    /** Returns the lines with a line ending after the last one. */
    private String wholeLines(String lines) {
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + lineEnding();
    }

    /**
     * Returns the line ending of the first line. A carriage return at the end of a text without line feed counts too,
     * since adding a line feed to such a text must not change the result.
     */
    private String lineEnding() {
        int first = text.indexOf('\n');
        int end = first < 0 ? text.length() : first;
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /** The indexes of a part and of the content between its markers. */
    private record Region(int start, int contentStart, int contentEnd, int end) {}
}
