package com.devpayr.injectables;

/**
 * A piece of a file that belongs to one injectable.
 *
 * @param slug the injectable's name, which the markers carry
 * @param kind where the piece is
 * @param content what stands between the markers, one character a byte
 */
record MarkedPart(String slug, Kind kind, String content) {
    /** Where a piece is, and who sets its markers. */
    enum Kind {
        /** At the end, between markers of ours. */
        APPEND("part", "part-end"),
        /** At the start, between markers of ours. */
        PREPEND("part", "part-end"),
        /** Between markers that the file's author has set. */
        INJECT("begin", "end");

        private final String beginWord;
        private final String endWord;

        Kind(String beginWord, String endWord) {
            this.beginWord = beginWord;
            this.endWord = endWord;
        }

        String beginWord() {
            return beginWord;
        }

        String endWord() {
            return endWord;
        }
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "MarkedPart[" + slug + ", " + kind + "]";
    }
}
