package com.devpayr.injectables;

/**
 * A part of a text file that belongs to one injectable and is enclosed by two marker lines.
 *
 * @param slug the slug of the injectable, which the markers contain
 * @param kind the position of the part
 * @param content the text between the markers, as {@link Latin1} text
 */
record MarkedPart(String slug, Kind kind, String content) {
    /** The position of a part, which also decides whether the library or the author of the file adds its markers. */
    enum Kind {
        /** At the end of the file. The library adds the markers. */
        APPEND("part", "part-end"),
        /** At the start of the file. The library adds the markers. */
        PREPEND("part", "part-end"),
        /** Between markers that are part of the original file. Without a file, the content becomes the whole file. */
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

    /** Returns a description that does not show the content. */
    @Override
    public String toString() {
        return "MarkedPart[" + slug + ", " + kind + "]";
    }
}
