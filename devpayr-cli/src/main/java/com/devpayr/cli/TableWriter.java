package com.devpayr.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes rows in columns, page by page. The first page determines the widths; later pages can only extend them. */
final class TableWriter {
    private static final String GAP = "  ";

    private final PrintStream out;
    private final Style style;
    private final List<String> columns;
    private final int[] widths;
    private boolean hasHeader;

    TableWriter(PrintStream out, Style style, List<String> columns) {
        this.out = out;
        this.style = style;
        this.columns = columns.stream()
                .map(column -> Text.label(column).toUpperCase(Locale.ROOT))
                .toList();
        this.widths = this.columns.stream().mapToInt(TableWriter::width).toArray();
    }

    /** Writes the rows of a page, each with one cell per column. */
    void write(List<List<String>> rows) {
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        if (!hasHeader) {
            hasHeader = true;
            List<String> heading = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                heading.add(style.heading(padded(columns.get(i), i)));
            }
            out.println(String.join(GAP, heading));
        }
        rows.forEach(row -> out.println(line(row)));
    }

    private String line(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(style.status(padded(row.get(i), i)));
        }
        return String.join(GAP, cells);
    }

    /** Does not pad the last column, so that lines have no trailing spaces. */
    private String padded(String cell, int column) {
        return column == widths.length - 1 ? cell : cell + " ".repeat(widths[column] - width(cell));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
