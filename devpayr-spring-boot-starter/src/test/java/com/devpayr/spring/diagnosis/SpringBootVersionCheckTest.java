package com.devpayr.spring.diagnosis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The integration test {@code it/boot-3.5-starter} starts an application on Spring Boot 3. */
class SpringBootVersionCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"2.7.18", "3.5.7", "3.5.7-SNAPSHOT"})
    void rejectsOlderVersions(String version) {
        assertThatThrownBy(() -> SpringBootVersionCheck.check(version))
                .hasMessage(
                        "devpayr-spring-boot-starter requires Spring Boot 4.0 or later, but this application runs on"
                                + " Spring Boot " + version + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0.0", "4.1.2", "10.0.0", "4.2.0-M1", "unknown"})
    void acceptsOtherVersions(String version) {
        assertThatCode(() -> SpringBootVersionCheck.check(version)).doesNotThrowAnyException();
    }
}
