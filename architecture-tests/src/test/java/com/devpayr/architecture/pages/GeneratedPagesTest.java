package com.devpayr.architecture.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of the documentation, and the files for native images, that say what the code says. {@code mvn verify -Ddocs=write} writes them anew; without
 * it they must be as they would be written.
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
    void theMatrixIsWhatTheContractSuiteHasSeen() throws IOException {
        Map<String, List<String>> coverage = OperationTables.coverage();
        assumeTrue(
                coverage.keySet().containsAll(OperationTables.runs()),
                "a part of the suite was not run in this build; mvn verify runs it all");
        check(DOCS.resolve("operations.md"), "matrix", OperationTables.matrix(coverage));
    }

    @Test
    void nativeImagesAreToldOfEveryProxyAndRecord() throws IOException {
        for (Map.Entry<String, String> module : NativeMetadata.files().entrySet()) {
            String name = module.getKey();
            Path file = Path.of("..", name, "src/main/resources/META-INF/native-image/com.devpayr", name)
                    .resolve("reachability-metadata.json");
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, module.getValue());
            }
            assertThat(file)
                    .as("%s; mvn verify -Ddocs=write makes it so", file)
                    .exists()
                    .hasContent(module.getValue());
        }
    }

    private static void check(Path page, String name, String table) throws IOException {
        String text = Files.readString(page);
        Matcher place = Pattern.compile("(<!-- generated: " + name + " -->\n).*?(<!-- end -->)", Pattern.DOTALL)
                .matcher(text);
        assertThat(place.find())
                .as("the place of the table %s in %s", name, page)
                .isTrue();
        String fresh = place.replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + table + match.group(2)));
        if (WRITE) {
            Files.writeString(page, fresh);
        }
        assertThat(fresh)
                .as("%s is not what the code says; mvn verify -Ddocs=write makes it so", page)
                .isEqualTo(WRITE ? fresh : text);
    }
}
