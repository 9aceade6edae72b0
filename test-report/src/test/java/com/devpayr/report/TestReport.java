package com.devpayr.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
 * @param run classes and methods of the tests that were run
 * @param skipped the skipped tests
 */
record TestReport(String module, int tests, Set<String> run, List<Skipped> skipped) {
    /**
     * A skipped test.
     *
     * @param test class and method; only the class, or the directory of the module, if none of its tests was run
     * @param reason the first line of the reason
     */
    record Skipped(String test, String reason) {}

    /** Reads the reports of the modules below a directory that were tested, and adds the modules whose POM skips all tests. */
    static List<TestReport> readAll(Path root) throws IOException {
        List<TestReport> reports = new ArrayList<>();
        for (Path directory : find(root, "[^.].*/target/surefire-reports[^/]*")) {
            reports.add(
                    read(root.relativize(directory).toString().replace("/target/surefire-reports", " "), directory));
        }
        List<String> tested = reports.stream().map(TestReport::module).toList();
        for (Path pom : find(root, "(?!.*/target/)[^.].*/pom\\.xml")) {
            String module = root.relativize(pom).getParent().toString();
            if (!tested.contains(module)) { // an option can override the POM
                skippingProperty(pom).ifPresent(property -> reports.add(ofSkippedModule(module, property)));
            }
        }
        return reports;
    }

    private static List<Path> find(Path root, String pattern) throws IOException {
        try (Stream<Path> paths = Files.find(
                root, 4, (path, kind) -> root.relativize(path).toString().matches(pattern))) {
            return paths.sorted().toList();
        }
    }

    /** Returns the property with which a POM skips the tests of its module. */
    private static Optional<String> skippingProperty(Path pom) throws IOException {
        Element project = parse(pom).getDocumentElement();
        return Stream.of("skipTests", "maven.test.skip")
                .filter(property -> elements(project, property)
                        .anyMatch(value -> value.getTextContent().strip().equals("true")))
                .findFirst();
    }

    private static TestReport ofSkippedModule(String module, String property) {
        return new TestReport(module, 0, Set.of(), List.of(new Skipped(module, property + " is true in its POM")));
    }

    /** Reads the reports in a directory. */
    static TestReport read(String module, Path directory) throws IOException {
        int tests = 0;
        Set<String> run = new TreeSet<>();
        List<Skipped> skipped = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                Element suite = parse(file).getDocumentElement();
                int number = Integer.parseInt(suite.getAttribute("tests"));
                if (number == 0) { // a failed assumption in @BeforeAll is reported like this, without a reason
                    skipped.add(new Skipped(suite.getAttribute("name"), "none of its tests was run"));
                }
                tests += number;
                for (Element test : elements(suite, "testcase").toList()) {
                    elements(test, "skipped")
                            .findFirst()
                            .ifPresentOrElse(reason -> skipped.add(of(test, reason)), () -> run.add(name(test)));
                }
            }
        }
        return new TestReport(module.strip(), tests, run, skipped);
    }

    private static String name(Element test) {
        String method = test.getAttribute("name").replaceAll("[^A-Za-z0-9_].*", "");
        return test.getAttribute("classname") + (method.isEmpty() ? "" : "#" + method);
    }

    private static Skipped of(Element test, Element reason) {
        String message =
                reason.getAttribute("message").isEmpty() ? reason.getTextContent() : reason.getAttribute("message");
        return new Skipped(
                name(test),
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
            throw new IOException(file + " is not valid XML", invalid);
        }
    }
}
