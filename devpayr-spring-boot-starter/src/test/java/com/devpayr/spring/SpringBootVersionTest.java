package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

class SpringBootVersionTest {
    /** The build runs the tests on two versions, by exchanging the class path. */
    @Test
    void testsRunWithTheConfiguredSpringBootVersion() {
        assertThat(SpringBootVersion.getVersion())
                .isEqualTo(System.getProperty("expected.spring-boot.version", SpringBootVersion.getVersion()));
    }
}
