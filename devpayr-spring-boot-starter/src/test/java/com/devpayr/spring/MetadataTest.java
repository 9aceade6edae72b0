package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.internal.config.SettingNames;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The configuration metadata that an IDE shows for each property. */
class MetadataTest {
    private static final List<String> WITHOUT_DEFAULT = List.of(
            "devpayr.api-key",
            "devpayr.api-key-file",
            "devpayr.domain",
            "devpayr.domain-file",
            "devpayr.enforcement.page",
            "devpayr.enforcement.redirect",
            "devpayr.guard.application",
            "devpayr.guard.lease.cache",
            "devpayr.guard.lease.path",
            "devpayr.injectables.root",
            "devpayr.license-key",
            "devpayr.license-key-file",
            "devpayr.log",
            "devpayr.proxy.host",
            "devpayr.proxy.password",
            "devpayr.proxy.password-file",
            "devpayr.proxy.username",
            "devpayr.secret",
            "devpayr.secret-file",
            "devpayr.ssl.bundle",
            "devpayr.transport",
            "devpayr.webhooks.path",
            "devpayr.webhooks.project-id",
            "devpayr.webhooks.secret");

    /** Settings of other APIs, which no property configures. */
    private static final List<String> WITHOUT_PROPERTY =
            List.of("bulkhead", "lease", "logging", "maxBytes", "timeout", "user.home", "webClient");

    private final JsonNode metadata = read();

    @Test
    void everyPropertyHasATypeAndADescription() {
        assertThat(metadata.get("properties")).hasSizeGreaterThan(40).allSatisfy(property -> {
            assertThat(property.path("name").asString("")).matches("(management.endpoint.)?devpayr[.].*");
            assertThat(property.path("type").asString("")).isNotBlank();
            assertThat(property.path("description").asString(""))
                    .as(property.path("name").asString(""))
                    .endsWith(".")
                    .matches(description -> description.split(" ", -1).length >= 4, "has at least four words");
        });
    }

    @Test
    void everyEnumValueHasADescribedHint() throws ClassNotFoundException {
        for (JsonNode property : metadata.get("properties")) {
            Class<?> type = enumOf(property.get("type").asString());
            if (type != null) {
                assertThat(hintsOf(property.get("name").asString()))
                        .extracting(hint -> hint.get("value").asString())
                        .containsExactlyElementsOf(constants(type));
                assertThat(hintsOf(property.get("name").asString()))
                        .allSatisfy(hint -> assertThat(hint.path("description").asString(""))
                                .endsWith("."));
            }
        }
    }

    private static @Nullable Class<?> enumOf(String type) throws ClassNotFoundException {
        if (!type.startsWith("com.devpayr.")) {
            return null;
        }
        Class<?> loaded = Class.forName(type);
        return loaded.isEnum() ? loaded : null;
    }

    private static List<String> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private List<JsonNode> hintsOf(String property) {
        return metadata.get("hints")
                .valueStream()
                .filter(hint -> hint.get("name").asString().equals(property))
                .flatMap(hint -> hint.path("values").valueStream())
                .toList();
    }

    @Test
    void everyPropertyHasADefaultExceptTheListedOnes() {
        List<String> without = new ArrayList<>();
        for (JsonNode property : metadata.get("properties")) {
            if (property.path("defaultValue").isMissingNode()) {
                without.add(property.get("name").asString());
            }
        }
        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_DEFAULT);
    }

    @Test
    void everyRecordComponentIsAPropertyOrGroup() throws ClassNotFoundException {
        List<String> names = new ArrayList<>();
        metadata.get("properties")
                .forEach(property -> names.add(property.get("name").asString()));
        metadata.get("groups").forEach(group -> names.add(group.get("name").asString()));
        for (JsonNode group : metadata.get("groups")) {
            Class<?> type = Class.forName(group.get("type").asString());
            if (type.isRecord()) {
                assertThat(type.getRecordComponents())
                        .extracting(component -> group.get("name").asString() + "." + kebab(component.getName()))
                        .isSubsetOf(names);
            }
        }
    }

    @Test
    void everyHintRefersToAProperty() {
        List<String> names = new ArrayList<>();
        metadata.get("properties")
                .forEach(property -> names.add(property.get("name").asString()));
        assertThat(metadata.get("hints")).isNotEmpty().allSatisfy(hint -> assertThat(names)
                .contains(hint.get("name").asString()));
    }

    @Test
    void everyPropertyThatAFailureAnalysisMayNameExists() {
        List<String> names = new ArrayList<>();
        metadata.get("properties")
                .forEach(property -> names.add(property.get("name").asString()));

        assertThat(names).containsAll(SettingNames.propertiesOfBuilders());
        assertThat(names)
                .contains(SettingNames.propertyOf("log"))
                .containsAll(Stream.of("API_KEY", "LICENSE_KEY", "SECRET", "DOMAIN")
                        .flatMap(name -> Stream.of("DEVPAYR_" + name, "DEVPAYR_" + name + "_FILE"))
                        .map(SettingNames::propertyOf)
                        .toList());
    }

    @Test
    void everySettingThatAnExceptionNamesIsInTheTable() throws IOException {
        Pattern thrown = Pattern.compile(
                "(?:new ConfigurationException|positive|requireSlash|bytes|parse|invalid|HeaderValue\\.require|MountedFile\\.create)"
                        + "\\(\\s*\"([A-Za-z_.-]+)\",");
        List<String> settings = new ArrayList<>();
        try (Stream<Path> sources = Files.find(Path.of(".."), 20, (path, kind) -> path.toString()
                .matches("\\.\\./devpayr-[^/]+/src/main/java/.*\\.java"))) {
            for (Path source : sources.toList()) {
                Matcher setting = thrown.matcher(Files.readString(source));
                while (setting.find()) {
                    settings.add(setting.group(1));
                }
            }
        }
        List<String> names = new ArrayList<>();
        metadata.get("properties")
                .forEach(property -> names.add(property.get("name").asString()));

        assertThat(settings)
                .contains(
                        "redirect",
                        "include",
                        "root",
                        "deadline",
                        "devpayr.enforcement.mode",
                        "apiKey",
                        "passwordFile",
                        "signatureHeader");
        assertThat(settings)
                .filteredOn(setting -> !WITHOUT_PROPERTY.contains(setting))
                .allSatisfy(setting -> assertThat(names).contains(SettingNames.propertyOf(setting)));
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static JsonNode read() {
        String path = "META-INF/spring-configuration-metadata.json";
        URL classes =
                DevPayrProperties.class.getProtectionDomain().getCodeSource().getLocation();
        try (InputStream file = classes.toURI().resolve(path).toURL().openStream()) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
