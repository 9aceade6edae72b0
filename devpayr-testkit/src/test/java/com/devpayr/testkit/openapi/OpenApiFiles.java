package com.devpayr.testkit.openapi;

import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** The generated files: the document for people and tools as YAML, and for the emulator, with its own server, as JSON. */
final class OpenApiFiles {
    static final Path YAML_FILE = Path.of("../docs/openapi.yaml");
    static final Path JSON_FILE = Path.of("src/main/resources/com/devpayr/testkit/internal/http/openapi.json");

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new QuotedStatuses())
                    .build())
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private OpenApiFiles() {}

    static String yaml() {
        return YAML.writeValueAsString(OpenApiDocument.create("https://api.devpayr.dev/api/v1"));
    }

    static String json() {
        return JSON.writeValueAsString(OpenApiDocument.create("/api/v1")) + "\n";
    }

    /** Reads the checked-in YAML file. */
    static JsonNode read() {
        return YAML.readTree(YAML_FILE.toFile());
    }

    /** Quotes HTTP statuses, which are strings in OpenAPI, but would be numbers in YAML. */
    private static final class QuotedStatuses extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;
        private static final Pattern NUMBER = Pattern.compile("\\d+");

        @Override
        public boolean needToQuoteName(String name) {
            return NUMBER.matcher(name).matches() || super.needToQuoteName(name);
        }
    }
}
