package com.devpayr.architecture.pages;

import com.devpayr.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of the operations, and of the contract test classes that cover each of them. */
final class OperationTables {
    private static final String SUFFIX = "ContractTest";
    private static final Pattern RUNS_THE_SUITE = Pattern.compile(" extends (Emulated|DevPayr)Contract ");

    private OperationTables() {}

    static String operations() {
        return endpoints()
                .map(operation -> "| `%s` | `%s %s` | %s | %s |%n"
                        .formatted(
                                operation.id(),
                                operation.httpMethod(),
                                operation.pathTemplate().isEmpty() ? "/" : operation.pathTemplate(),
                                operation.credential() == null ? "none" : words(operation.credential()),
                                words(operation.retrySafety())))
                .collect(Collectors.joining(
                        "", header(List.of("operation", "route", "credential", "repeating it")), ""));
    }

    private static Stream<Operation> endpoints() {
        return Stream.of(Operation.values()).filter(operation -> !operation.isRaw());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the names of the test classes that run the contract suite. */
    static SortedSet<String> contractTests() throws IOException {
        try (Stream<Path> sources = Files.find(Path.of(".."), 12, (path, kind) -> isTest(path))) {
            SortedSet<String> names = new TreeSet<>();
            for (Path source : sources.toList()) {
                if (RUNS_THE_SUITE.matcher(Files.readString(source)).find()) {
                    names.add(source.getFileName().toString().replace(".java", ""));
                }
            }
            return names;
        }
    }

    /** Other classes with this suffix run the contract of a lease store, which calls no operation. */
    private static boolean isTest(Path path) {
        String text = path.toString();
        return text.startsWith("../devpayr-") && text.contains("/src/test/") && text.endsWith(SUFFIX + ".java");
    }

    /** Returns the operations that each contract test class has verified in this build. */
    static SortedMap<String, List<String>> coverage(Set<String> contractTests) throws IOException {
        SortedMap<String, List<String>> coverage = new TreeMap<>();
        try (Stream<Path> records = Files.find(Path.of(".."), 4, (path, kind) -> isRecord(path))) {
            for (Path record : records.toList()) {
                coverage.put(record.getFileName().toString().replace(".txt", ""), Files.readAllLines(record));
            }
        }
        coverage.keySet().retainAll(contractTests); // others run a part of the suite, or were renamed
        return coverage;
    }

    private static boolean isRecord(Path path) {
        return path.toString().matches("\\.\\./devpayr-[^/]+/target/contract-coverage/\\w+\\.txt");
    }

    static String matrix(Map<String, List<String>> coverage) {
        StringBuilder matrix = new StringBuilder(header(
                Stream.concat(Stream.of("operation"), coverage.keySet().stream().map(OperationTables::spaced))
                        .toList()));
        for (Operation operation : endpoints().toList()) {
            matrix.append("| `").append(operation.id()).append("` |");
            coverage.values().forEach(ids -> matrix.append(ids.contains(operation.id()) ? " ✓ |" : " – |"));
            matrix.append('\n');
        }
        return matrix.toString();
    }

    private static String spaced(String type) {
        return type.replace(SUFFIX, "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    static String header(List<String> names) {
        return "| " + String.join(" | ", names) + " |\n" + "|---".repeat(names.size()) + "|\n";
    }
}
