package com.devpayr.cli;

import java.util.Locale;
import java.util.Map;

/** Colors of text on a terminal. Without colors, text is returned unchanged. */
final class Style {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final Map<String, String> COLORS = Map.of(
            "active", GREEN,
            "allowed", GREEN,
            "revoked", RED,
            "suspended", RED,
            "denied", RED,
            "expired", YELLOW,
            "unknown", YELLOW);

    private final boolean colored;

    Style(boolean colored) {
        this.colored = colored;
    }

    boolean isColored() {
        return colored;
    }

    String heading(String text) {
        return colored ? BOLD + text + RESET : text;
    }

    /** Returns a status in its color; other text unchanged. */
    String status(String text) {
        String color = colored ? COLORS.get(text.strip().toLowerCase(Locale.ROOT)) : null;
        return color == null ? text : color + text + RESET;
    }
}
