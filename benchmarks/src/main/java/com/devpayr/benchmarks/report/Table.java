package com.devpayr.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/** A Markdown table. */
final class Table {
    private final StringBuilder text = new StringBuilder();

    Table(String... heads) {
        row((Object[]) heads);
        text.append("|---".repeat(heads.length)).append("|\n");
    }

    Table row(Object... cells) {
        Arrays.stream(cells).forEach(cell -> text.append("| ").append(cell).append(' '));
        text.append("|\n");
        return this;
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
