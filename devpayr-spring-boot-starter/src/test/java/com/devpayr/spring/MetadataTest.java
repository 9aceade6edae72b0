package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor shows of each property. */
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
            "devpayr.secret",
            "devpayr.secret-file",
            "devpayr.ssl.bundle",
            "devpayr.transport");

    private final JsonNode metadata = read();

    @Test
    void everyPropertyHasATypeAndASentence() {
        assertThat(metadata.get("properties")).hasSizeGreaterThan(40).allSatisfy(property -> {
            assertThat(property.path("name").asString("")).matches("(management.endpoint.)?devpayr[.].*");
            assertThat(property.path("type").asString("")).isNotBlank();
            assertThat(property.path("description").asString(""))
                    .as(property.path("name").asString(""))
                    .endsWith(".");
        });
    }

    @Test
    void everyPropertyHasADefaultUnlessNoneIsMeant() {
        List<String> without = new ArrayList<>();
        for (JsonNode property : metadata.get("properties")) {
            if (property.path("defaultValue").isMissingNode()) {
                without.add(property.get("name").asString());
            }
        }
        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_DEFAULT);
    }

    @Test
    void everyComponentOfEachGroupIsAmongThem() throws ClassNotFoundException {
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
    void everyHintIsOfAPropertyThatThereIs() {
        List<String> names = new ArrayList<>();
        metadata.get("properties")
                .forEach(property -> names.add(property.get("name").asString()));
        assertThat(metadata.get("hints")).isNotEmpty().allSatisfy(hint -> assertThat(names)
                .contains(hint.get("name").asString()));
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static JsonNode read() {
        String place = "META-INF/spring-configuration-metadata.json";
        URL own = DevPayrProperties.class.getProtectionDomain().getCodeSource().getLocation();
        try (InputStream file = own.toURI().resolve(place).toURL().openStream()) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
