package com.devpayr.architecture.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests that the generated tables of the documentation and the metadata for native images are up to date. {@code mvn verify
 * -Ddocs=write} updates them.
 */
class GeneratedPagesTest {
    private static final Path DOCS = Path.of("../docs");
    private static final boolean WRITE = "write".equals(System.getProperty("docs"));

    @Test
    void everySettingIsListed() throws IOException {
        Path page = DOCS.resolve("configuration.md");
        check(page, "client", ConfigurationTables.client());
        check(page, "guard", ConfigurationTables.guard());
        check(page, "spring", ConfigurationTables.spring());
    }

    @Test
    void everyTypeThatAGuideNamesIsListed() throws IOException {
        check(TypeTable.PAGE, "types", TypeTable.types());
    }

    @Test
    void everyOperationIsListed() throws IOException {
        check(DOCS.resolve("operations.md"), "operations", OperationTables.operations());
    }

    @Test
    void matrixEqualsTheResultsOfTheContractSuite() throws IOException {
        Set<String> contractTests = OperationTables.contractTests();
        assertThat(contractTests).hasSizeGreaterThan(10);
        Map<String, List<String>> coverage = OperationTables.coverage(contractTests);
        assumeTrue(
                coverage.keySet().equals(contractTests), "this build did not run all contract tests; run mvn verify");
        check(DOCS.resolve("operations.md"), "matrix", OperationTables.matrix(coverage));
    }

    @Test
    void nativeMetadataListsEveryProxyAndRecord() throws IOException {
        for (Map.Entry<String, String> module : NativeMetadata.files().entrySet()) {
            String name = module.getKey();
            Path file = Path.of("..", name, "src/main/resources/META-INF/native-image/com.devpayr", name)
                    .resolve("reachability-metadata.json");
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, module.getValue());
            }
            assertThat(file)
                    .as("%s is outdated; update it with mvn verify -Ddocs=write", file)
                    .exists()
                    .hasContent(module.getValue());
        }
    }

    private static void check(Path page, String name, String table) throws IOException {
        String text = Files.readString(page);
        Matcher markers = Pattern.compile("(<!-- generated: " + name + " -->\n).*?(<!-- end -->)", Pattern.DOTALL)
                .matcher(text);
        assertThat(markers.find())
                .as("markers of the table %s in %s", name, page)
                .isTrue();
        String updated =
                markers.replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + table + match.group(2)));
        if (WRITE) {
            Files.writeString(page, updated);
        }
        assertThat(updated)
                .as("%s is outdated; update it with mvn verify -Ddocs=write", page)
                .isEqualTo(WRITE ? updated : text);
    }
}
