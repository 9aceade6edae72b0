package com.devpayr.internal.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledLibraryTest {
    @ParameterizedTest
    @CsvSource({"13.5, 13.6", "12.10, 13.6", "13.6.1, 13.6.2", "2.21.0, 3.0", "9, 10.0"})
    void rejectsAnOlderVersion(String found, String needed) {
        assertThatThrownBy(() -> InstalledLibrary.check("group:artifact", found, needed))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("class path contains group:artifact " + found
                        + ", but DevPayr requires version " + needed + " or later;");
    }

    @ParameterizedTest
    @CsvSource({"13.6, 13.6", "13, 13.0", "13.6.1, 13.6", "13.13, 13.6", "14, 13.6", "3.0.0-rc1, 3.0", ", 13.6"})
    void acceptsOtherVersions(@Nullable String found, String needed) {
        assertThatCode(() -> InstalledLibrary.check("group:artifact", found, needed))
                .doesNotThrowAnyException();
    }

    @Test
    void readsTheVersionThatMavenRecorded() {
        assertThatThrownBy(() -> InstalledLibrary.require("com.devpayr.sample", "recorded", "2.0", getClass()))
                .hasMessageContaining("com.devpayr.sample:recorded 1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "unreadable", "empty"})
    void acceptsAVersionThatIsUnknown(String artifact) {
        assertThatCode(() -> InstalledLibrary.require("com.devpayr.sample", artifact, "2.0", getClass()))
                .doesNotThrowAnyException();
    }
}
