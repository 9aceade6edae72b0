package com.devpayr.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes results: text for people, JSON for programs, or IDs only. */
final class Output {
    /** The formats of results. */
    enum Format {
        TEXT,
        JSON,
        IDS
    }

    private final PrintStream out;
    private final Format format;
    private final Style style;

    Output(PrintStream out, Format format, Style style) {
        this.out = out;
        this.format = format;
        this.style = style;
    }

    Format format() {
        return format;
    }

    /** Writes one resource: a line per field, one JSON document, or its ID. */
    void resource(Map<String, @Nullable Object> fields) {
        switch (format) {
            case JSON -> json(fields);
            case IDS -> id(fields.get("id"));
            case TEXT -> {
                int width =
                        fields.keySet().stream().mapToInt(String::length).max().orElse(0);
                fields.forEach((name, value) ->
                        out.println(style.heading(pad(Text.label(name), width)) + "  " + style.status(Text.of(value))));
            }
        }
    }

    /**
     * Writes the result of a command that returns no resource.
     *
     * @param text the text for people
     * @param id the ID; null if there is none
     * @param fields the JSON document
     */
    void done(String text, @Nullable Object id, Map<String, ?> fields) {
        switch (format) {
            case JSON -> json(fields);
            case IDS -> id(id);
            case TEXT -> out.println(Text.oneLine(text));
        }
    }

    /** Writes a line of JSON. */
    void json(Map<String, ?> fields) {
        out.println(JsonWriter.write(fields));
    }

    private void id(@Nullable Object id) {
        if (id != null) {
            out.println(Text.of(id));
        }
    }

    /** Returns a writer for the rows of a list, each with at least these fields. */
    Rows rows(List<String> columns) {
        return new Rows(columns);
    }

    /** Returns whether the output can no longer be written, as after {@code | head}. */
    boolean isClosed() {
        return out.checkError();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** A list that is written page by page. */
    final class Rows {
        private final List<String> columns;
        private final TableWriter table;

        private Rows(List<String> columns) {
            this.columns = columns;
            this.table = new TableWriter(out, style, columns);
        }

        /** Writes a page and flushes it. */
        void write(List<Map<String, @Nullable Object>> page) {
            switch (format) {
                case JSON -> page.forEach(Output.this::json);
                case IDS -> page.forEach(fields -> id(fields.get("id")));
                case TEXT -> table.write(page.stream().map(this::cells).toList());
            }
            out.flush();
        }

        private List<String> cells(Map<String, @Nullable Object> fields) {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(Text.of(fields.get(column))));
            return cells;
        }
    }
}
