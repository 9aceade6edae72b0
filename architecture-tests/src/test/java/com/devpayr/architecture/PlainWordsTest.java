package com.devpayr.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that names, Javadoc and property descriptions use standard terms and forms. */
class PlainWordsTest {
    /** Javadoc summaries that begin with a question word instead of a noun phrase or a verb. */
    private static final Pattern QUESTION =
            Pattern.compile("/\\*\\*(?:\\s*\\*)?\\s+(What|Who|Whether|How|Where|When)\\b[^\\n]*");

    /** Names that were replaced with standard terms. */
    private static final Pattern RETIRED = Pattern.compile("\\b(class|interface|record|enum) ("
            + String.join(
                    "|",
                    "Aftermath",
                    "Alarm",
                    "Announcer",
                    "Admission",
                    "Advice",
                    "Aftermath",
                    "Answer",
                    "AnswerReader",
                    "ArrangedLicense",
                    "AsyncRun",
                    "Assembly",
                    "BodyWriter",
                    "CallRules",
                    "CannedAnswer",
                    "Complaint",
                    "Composer",
                    "Course",
                    "Departure",
                    "ErrorBodies",
                    "FirstAnswer",
                    "FormFrame",
                    "Gate",
                    "GateAnswer",
                    "Intake",
                    "Interruption",
                    "KeyDesk",
                    "LatePort",
                    "LeaseKeeper",
                    "LeasePlace",
                    "Meaning",
                    "Memory",
                    "NewKey",
                    "NoHiddenRetry",
                    "OkHttpEngine",
                    "Outgoing",
                    "Pace",
                    "Pass",
                    "PlainInjectable",
                    "RefusalWords",
                    "SecureEngine",
                    "SettableClock",
                    "SparingLog",
                    "TextValue",
                    "Times",
                    "Units",
                    "Visitors",
                    "Watch",
                    "WireCall",
                    "WireNames",
                    "WrittenText")
            + ")\\b");

    private static final int MIN_WORDS = 4;

    @Test
    void noJavadocSummaryIsAQuestion() throws IOException {
        assertThat(find(QUESTION, "src")).isEmpty();
    }

    @Test
    void noRetiredNameIsDeclared() throws IOException {
        assertThat(find(RETIRED, "src")).isEmpty();
    }

    @Test
    void everyPropertyHasADescription() throws IOException {
        List<String> undescribed = new ArrayList<>();
        try (InputStream json = Objects.requireNonNull(
                getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : new JsonMapper().readTree(json).path("properties")) {
                String name = property.path("name").asString();
                String description = property.path("description").asString();
                if (name.startsWith("devpayr.") && !isDescription(description)) {
                    undescribed.add(name + ": " + description);
                }
            }
        }
        assertThat(undescribed).isEmpty();
    }

    @Test
    void noExampleImportsInternals() throws IOException {
        Pattern internal = Pattern.compile("import com\\.devpayr\\.[\\w.]*internal\\.[^\\n]*");

        try (Stream<Path> files = Files.find(Path.of("../examples"), 20, (path, kind) -> isSource(path, "src"))) {
            assertThat(files.flatMap(file -> matches(internal, file))).isEmpty();
        }
    }

    @Test
    void plantedViolationsAreFound() {
        assertThat(QUESTION.matcher("/** What is sent. */").find()).isTrue();
        assertThat(QUESTION.matcher("/**\n     * Whether it is done.\n").find()).isTrue();
        assertThat(QUESTION.matcher("/** Returns whether it is done. */").find())
                .isFalse();
        assertThat(RETIRED.matcher("final class Course {").find()).isTrue();
        assertThat(RETIRED.matcher("final class CallAttempts {").find()).isFalse();
        assertThat(isDescription("Whether it is.")).isFalse();
        assertThat(isDescription("Maximum time to wait for a connection.")).isTrue();
    }

    private static boolean isDescription(String text) {
        return text.split("\\s+").length >= MIN_WORDS;
    }

    private static List<String> find(Pattern pattern, String folder) throws IOException {
        try (Stream<Path> files = Files.find(Path.of(".."), 20, (path, kind) -> isSource(path, folder))) {
            return files.sorted().flatMap(file -> matches(pattern, file)).toList();
        }
    }

    private static boolean isSource(Path path, String folder) {
        String text = path.toString();
        return text.endsWith(".java")
                && text.contains("/" + folder + "/")
                && !text.contains("/target/")
                && !text.contains("/fixture/")
                && !text.endsWith("PlainWordsTest.java");
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file, UTF_8))
                    .results()
                    .map(match -> file + ": " + match.group().strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
