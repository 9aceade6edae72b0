package com.devpayr.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemEnvironmentTest {
    @Test
    void readsTheEnvironmentOfTheProcess() {
        SystemEnvironment own = SystemEnvironment.system();

        assertThat(own.property("java.version")).isEqualTo(System.getProperty("java.version"));
        assertThat(own.variable("PATH")).isEqualTo(System.getenv("PATH"));
        assertThat(own.property("devpayr.no.such.property")).isNull();
        assertThat(own.variable("DEVPAYR_NO_SUCH_VARIABLE")).isNull();
    }

    @Test
    void readsGivenValuesAndTreatsBlankAsUnset() {
        SystemEnvironment made = SystemEnvironment.of(Map.of("A", "1", "B", " "), Map.of("a", "2", "b", ""));

        assertThat(made.variable("A")).isEqualTo("1");
        assertThat(made.property("a")).isEqualTo("2");
        assertThat(made.variable("B")).isNull();
        assertThat(made.property("b")).isNull();
        assertThat(made.property("A")).isNull();
    }
}
