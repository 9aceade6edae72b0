package com.devpayr.jackson.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.cfg.PackageVersion;

/** Runs on the newest and on the oldest supported Jackson. */
class JacksonVersionTest {
    @Test
    void acceptsTheVersionsThatTheBuildSelects() {
        assertThat(PackageVersion.VERSION).hasToString(System.getProperty("expected.jackson.version"));
        assertThatCode(JacksonVersion::check).doesNotThrowAnyException();
    }
}
