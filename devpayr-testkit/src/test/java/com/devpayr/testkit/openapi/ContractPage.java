package com.devpayr.testkit.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of {@code docs/wire-contract.md} that describe parameters, page sizes and errors. */
final class ContractPage {
    private static final String TEXT = read(Path.of("../docs/wire-contract.md"));
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern MARK = Pattern.compile(" ?\\*\\*\\[[^]]+]\\*\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

    private ContractPage() {}

    /**
     * A parameter of a create or update.
     *
     * @param isRequired true if a create requires it always
     * @param constraints the constraints in words
     */
    record Parameter(boolean isRequired, String constraints) {}

    /** Returns the parameters of a resource, such as "Projects", by name in the order of the page. */
    static Map<String, Parameter> parameters(String resource) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (List<String> row : rows("## " + resource, "### Create and update")) {
            Matcher name = CODE.matcher(row.get(0));
            while (name.find()) {
                parameters.put(name.group(1), new Parameter(row.get(1).equals("yes"), row.get(2)));
            }
        }
        return parameters;
    }

    /** Returns the default and the maximum number of rows of a list. */
    static List<Integer> pageSizes(String pathTemplate) {
        return rows("### Pagination").stream()
                .filter(row -> row.get(0).startsWith("`GET " + pathTemplate + "`"))
                .map(row -> List.of(Integer.valueOf(row.get(1)), Integer.valueOf(row.get(2))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no page size of " + pathTemplate));
    }

    /** Returns the meaning of each error status. */
    static Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        rows("### Errors").forEach(row -> errors.put(row.get(0).replace("xx", "XX"), row.get(1)));
        return errors;
    }

    /** Returns the names of the webhook events. */
    static List<String> webhookEvents() {
        List<String> events = new ArrayList<>();
        Matcher name = CODE.matcher(webhookItem("events"));
        while (name.find()) {
            events.add(name.group(1));
        }
        return events;
    }

    /** Returns the description of each header of a webhook. */
    static Map<String, String> webhookHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (List<String> row : rows("## Webhooks")) {
            Matcher name = CODE.matcher(row.get(0));
            if (name.matches()) {
                headers.put(name.group(1), row.get(1));
            }
        }
        return headers;
    }

    /** Returns the default of an item of the shape of webhooks, such as "events". */
    static String webhookItem(String item) {
        return rows("## Webhooks").stream()
                .filter(row -> row.get(0).equals(item))
                .map(row -> row.get(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no item " + item));
    }

    /** Returns the rows of the first table after the headings, which follow each other. */
    private static List<List<String>> rows(String... headings) {
        int start = 0;
        for (String heading : headings) {
            start = TEXT.indexOf(heading + "\n", start);
            if (start < 0) {
                throw new IllegalStateException("no heading " + heading);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : TEXT.substring(TEXT.indexOf("\n|", start) + 1).split("\n", -1)) {
            if (!line.startsWith("|")) {
                break;
            }
            rows.add(cells(line));
        }
        return rows.subList(2, rows.size());
    }

    private static List<String> cells(String line) {
        String plain = LINK.matcher(MARK.matcher(line).replaceAll("")).replaceAll("$1");
        List<String> cells = new ArrayList<>();
        for (String cell : plain.substring(1, plain.length() - 1).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
