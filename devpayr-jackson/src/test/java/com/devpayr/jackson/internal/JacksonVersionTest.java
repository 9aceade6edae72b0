package com.devpayr.jackson.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import tools.jackson.core.json.PackageVersion;

/** The build runs these tests on the newest and on the oldest Jackson. */
class JacksonVersionTest {
    @Test
    void acceptsTheVersionsThatTheBuildSelects() {
        assertThat(PackageVersion.VERSION).hasToString(System.getProperty("expected.jackson.version"));
        assertThatCode(JacksonVersion::check).doesNotThrowAnyException();
    }

    @Test
    void needsNoDataBindingAndNoAnnotations() {
        ClassLoader loader = getClass().getClassLoader();

        assertThat(loader.getResource("tools/jackson/databind/ObjectMapper.class"))
                .isNull();
        assertThat(loader.getResource("com/fasterxml/jackson/annotation/JsonProperty.class"))
                .isNull();
    }
}
