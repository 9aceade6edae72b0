package com.devpayr.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks and writes the table of each section between its markers in the page. Other text is not changed. Fails if
 * the machine is busy.
 *
 * <pre>{@code java -cp … com.devpayr.benchmarks.report.Report benchmarks/README.md calls guard}</pre>
 */
public final class Report {
    private static final Map<String, Section> SECTIONS = sections();

    private Report() {}

    private static Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        sections.put("calls", new CallRatios());
        sections.put("feign-clients", new FeignClients());
        sections.put("layers", new Layers());
        sections.put("guard", new GuardCost());
        sections.put("cold-checks", new ColdChecks());
        sections.put("paging", new PagingCost());
        sections.put("platform", new PlatformCost());
        sections.put("cold-start", new ColdStarts());
        sections.put("load", new LoadTable());
        sections.put("different-urls", new DifferentUrls());
        sections.put("recordings", new Recordings());
        return sections;
    }

    /** Runs the program. Arguments: path of the page, and the sections to measure; all by default. */
    public static void main(String[] arguments) throws IOException {
        MachineLoad.requireQuietMachine();
        Path page = Path.of(arguments[0]);
        List<String> requested = Arrays.asList(arguments).subList(1, arguments.length);
        for (Map.Entry<String, Section> section : SECTIONS.entrySet()) {
            if (requested.isEmpty() || requested.contains(section.getKey())) {
                System.out.println("== " + section.getKey());
                String table = section.getValue().measure();
                System.out.println(table);
                Files.writeString(page, replaced(Files.readString(page), section.getKey(), table));
            }
        }
    }

    private static String replaced(String page, String section, String table) {
        String begin = "<!-- " + section + " -->\n";
        int start = page.indexOf(begin);
        int end = page.indexOf("<!-- end -->", start);
        if (start < 0 || end < 0) {
            throw new IllegalStateException("the page has no markers for section " + section);
        }
        return page.substring(0, start + begin.length()) + "\n" + table + "\n" + page.substring(end);
    }
}
