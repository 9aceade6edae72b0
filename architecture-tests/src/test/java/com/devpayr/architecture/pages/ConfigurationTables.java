package com.devpayr.architecture.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables of the settings of the client, the guard and the starter. */
final class ConfigurationTables {
    private static final Path CORE = Path.of("../devpayr-core/src/main/java/com/devpayr");
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    private ConfigurationTables() {}

    static String client() throws IOException {
        return settings(CORE.resolve("config/DevPayrConfig.java"), "devpayr.");
    }

    static String guard() throws IOException {
        return settings(CORE.resolve("guard/LicenseGuard.java"), "devpayr.guard.");
    }

    private static String settings(Path builder, String prefix) throws IOException {
        Map<String, JsonNode> properties = properties();
        StringBuilder table = new StringBuilder("| builder | Spring property | |\n|---|---|---|\n");
        BuilderSource.settings(builder).forEach((name, meaning) -> {
            String property = prefix + kebab(name);
            String known = properties.containsKey(property) ? "`" + property + "`" : "";
            table.append("| `%s` | %s | %s |%n".formatted(name, known, meaning));
        });
        return table.toString();
    }

    static String spring() throws IOException {
        return properties().entrySet().stream()
                .map(property -> row(property.getKey(), property.getValue()))
                .collect(Collectors.joining("", "| property | type | default | |\n|---|---|---|---|\n", ""));
    }

    private static String row(String name, JsonNode property) {
        String type = property.path("type").asString().replaceAll("[a-z]+\\.|\\w+\\$", "");
        JsonNode preset = property.path("defaultValue");
        String shown = preset.isMissingNode() || (preset.isArray() && preset.isEmpty()) ? "" : "`" + text(preset) + "`";
        return "| `%s` | %s | %s | %s |%n"
                .formatted(name, type, shown, property.path("description").asString());
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString();
    }

    private static Map<String, JsonNode> properties() throws IOException {
        Map<String, JsonNode> properties = new TreeMap<>();
        try (InputStream json =
                Objects.requireNonNull(ConfigurationTables.class.getResourceAsStream(METADATA), METADATA)) {
            for (JsonNode property : new JsonMapper().readTree(json).path("properties")) {
                properties.put(property.path("name").asString(), property);
            }
        }
        properties.keySet().removeIf(name -> !name.startsWith("devpayr."));
        return properties;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
