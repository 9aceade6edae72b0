package com.devpayr.architecture.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The result of the tests of one module.
 *
 * @param module directory of the module
 * @param tests number of tests, including the skipped ones
 * @param skipped the skipped tests
 */
record TestReport(String module, int tests, List<Skipped> skipped) {
    /**
     * A skipped test.
     *
     * @param test class and method; only the class if none of its tests was run
     * @param reason the first line of the reason
     */
    record Skipped(String test, String reason) {}

    /** Reads the reports of the modules below a directory that were tested. */
    static List<TestReport> readAll(Path root) throws IOException {
        try (Stream<Path> directories = Files.find(root, 4, (path, kind) -> isReports(root.relativize(path)))) {
            List<TestReport> reports = new ArrayList<>();
            for (Path directory : directories.sorted().toList()) {
                reports.add(read(
                        root.relativize(directory).toString().replace("/target/surefire-reports", " "), directory));
            }
            return reports;
        }
    }

    private static boolean isReports(Path path) {
        return path.toString().matches("[^.].*/target/surefire-reports[^/]*");
    }

    /** Reads the reports in a directory. */
    static TestReport read(String module, Path directory) throws IOException {
        int tests = 0;
        List<Skipped> skipped = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                Element suite = parse(file).getDocumentElement();
                int run = Integer.parseInt(suite.getAttribute("tests"));
                if (run == 0) { // a failed assumption in @BeforeAll is reported like this, without a reason
                    skipped.add(new Skipped(suite.getAttribute("name"), "none of its tests was run"));
                }
                tests += run;
                elements(suite, "testcase")
                        .forEach(test -> elements(test, "skipped").forEach(reason -> skipped.add(of(test, reason))));
            }
        }
        return new TestReport(module.strip(), tests, skipped);
    }

    private static Skipped of(Element test, Element reason) {
        String method = test.getAttribute("name").replaceAll("[^A-Za-z0-9_].*", "");
        String message =
                reason.getAttribute("message").isEmpty() ? reason.getTextContent() : reason.getAttribute("message");
        return new Skipped(
                test.getAttribute("classname") + (method.isEmpty() ? "" : "#" + method),
                message.strip().lines().findFirst().orElse("no reason").replaceFirst("^\\S+Exception: ", ""));
    }

    private static Stream<Element> elements(Element parent, String name) {
        return IntStream.range(0, parent.getElementsByTagName(name).getLength())
                .mapToObj(i -> (Element) parent.getElementsByTagName(name).item(i));
    }

    private static Document parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
        } catch (ParserConfigurationException | SAXException invalid) {
            throw new IOException(file + " is not a report", invalid);
        }
    }
}
