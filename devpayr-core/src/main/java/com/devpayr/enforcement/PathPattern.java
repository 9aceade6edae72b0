package com.devpayr.enforcement;

import java.util.Arrays;

/**
 * A path pattern: {@code *} matches within a segment, {@code /**} any number of segments. Matching takes at most one step per
 * character of the path and of the pattern, however many wildcards the pattern has, since clients choose the path.
 */
final class PathPattern {
    private static final String ANY_SEGMENTS = "/**";

    /** The pattern's elements; a state of the match is the index of the next element. */
    private final Element[] elements;

    private PathPattern(Element[] elements) {
        this.elements = elements;
    }

    /** An element of a pattern. Only {@link #LITERAL} elements must consume a character. */
    private enum Kind {
        /** One specific character. */
        LITERAL,
        /** Any number of characters except a slash. */
        WITHIN_SEGMENT,
        /** The slash that begins the text matched by the {@link #ANYTHING} element that follows; both are optional. */
        OPTIONAL_SLASH,
        /** Any number of characters, entered through a slash only. */
        ANYTHING
    }

    private record Element(Kind kind, char literal) {
        static Element of(Kind kind) {
            return new Element(kind, '/');
        }

        boolean accepts(char c) {
            return switch (kind) {
                case LITERAL, OPTIONAL_SLASH -> c == literal;
                case WITHIN_SEGMENT -> c != '/';
                case ANYTHING -> true;
            };
        }

        boolean repeats() {
            return kind == Kind.WITHIN_SEGMENT || kind == Kind.ANYTHING;
        }
    }

    static PathPattern of(String glob) {
        Element[] elements = new Element[2 * glob.length()];
        int count = 0;
        int i = 0;
        while (i < glob.length()) {
            if (glob.startsWith(ANY_SEGMENTS, i)) {
                elements[count++] = Element.of(Kind.OPTIONAL_SLASH);
                elements[count++] = Element.of(Kind.ANYTHING);
                i += ANY_SEGMENTS.length();
            } else {
                char c = glob.charAt(i++);
                elements[count++] = c == '*' ? Element.of(Kind.WITHIN_SEGMENT) : new Element(Kind.LITERAL, c);
            }
        }
        return new PathPattern(Arrays.copyOf(elements, count));
    }

    boolean matches(String path) {
        return match(path).matched();
    }

    /** The result of a match and the number of elements that were visited for it. */
    record Match(boolean matched, long steps) {}

    /** Advances all states that the characters so far may have led to, one character at a time. */
    Match match(String path) {
        boolean[] states = new boolean[elements.length + 1];
        enter(states, 0);
        long steps = 0;
        boolean alive = true;
        for (int i = 0; i < path.length() && alive; i++) {
            boolean[] next = new boolean[elements.length + 1];
            alive = advance(states, next, path.charAt(i));
            states = next;
            steps += elements.length;
        }
        return new Match(alive && states[elements.length], steps);
    }

    private boolean advance(boolean[] states, boolean[] next, char c) {
        boolean alive = false;
        for (int state = 0; state < elements.length; state++) {
            if (states[state] && elements[state].accepts(c)) {
                enter(next, elements[state].repeats() ? state : state + 1);
                alive = true;
            }
        }
        return alive;
    }

    /** Marks a state and those that are reached without a character. */
    private void enter(boolean[] states, int first) {
        int state = first;
        while (!states[state]) {
            states[state] = true;
            if (state == elements.length || elements[state].kind == Kind.LITERAL) {
                return;
            }
            state += elements[state].kind == Kind.OPTIONAL_SLASH ? 2 : 1;
        }
    }
}
