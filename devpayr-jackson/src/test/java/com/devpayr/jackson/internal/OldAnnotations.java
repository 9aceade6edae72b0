package com.devpayr.jackson.internal;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.jackson.HttpDevPayr;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Runs with the annotations of Spring Boot 3.5 on the class path, in an execution of its own. */
class OldAnnotations {
    @Test
    void creatingAClientNamesArtifactAndVersions() {
        DevPayrConfig config = DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .build();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> HttpDevPayr.create(config, new FakeHttpTransport(request -> new CompletableFuture<>())))
                .withMessageContainingAll(
                        "com.fasterxml.jackson.core:jackson-annotations 2.19.2",
                        "requires version 2.21 or later",
                        "docs/support.md");
    }
}
