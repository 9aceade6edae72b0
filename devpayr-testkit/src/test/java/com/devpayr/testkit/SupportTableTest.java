package com.devpayr.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.RecordedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests each row of the table of supported behavior in {@code docs/emulator.md}, which {@code -Ddocs=write} writes.
 */
class SupportTableTest {
    private static final Path PAGE = Path.of("../docs/emulator.md");
    private static final Pattern PLACE =
            Pattern.compile("(<!-- generated: support -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    static Stream<SupportRows.Row> rows() {
        return SupportRows.rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isSupported(SupportRows.Row row) throws Exception {
        try (SupportFixture fixture = new SupportFixture()) {
            row.check().run(fixture);

            assertThat(fixture.fake.requests())
                    .extracting(RecordedRequest::operation)
                    .contains(row.operation());
        }
    }

    @Test
    void everyOperationHasARow() {
        assertThat(rows().map(SupportRows.Row::operation))
                .containsAll(Stream.of(Operation.values())
                        .filter(operation -> !operation.isRaw())
                        .toList());
    }

    @Test
    void thePageHasTheRows() throws Exception {
        String text = Files.readString(PAGE);
        Matcher place = PLACE.matcher(text);
        assertThat(place.find()).as("the place of the table in %s", PAGE).isTrue();
        String table = rows().map(row -> "| `" + row.operation().id() + "` | " + row.behavior() + " |\n")
                .collect(Collectors.joining("", "| operation | behavior |\n|---|---|\n", ""));
        String fresh = place.replaceFirst(Matcher.quoteReplacement(place.group(1) + table + place.group(2)));
        if ("write".equals(System.getProperty("docs"))) {
            Files.writeString(PAGE, fresh);
        } else {
            assertThat(text).as("mvn verify -Ddocs=write writes it").isEqualTo(fresh);
        }
    }
}
