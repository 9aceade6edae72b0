package com.devpayr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLevelTest {
    private static LogLevel levelOf(Map<String, String> variables, Map<String, String> properties) {
        return DevPayrConfig.builder()
                .environment(SystemEnvironment.of(variables, properties))
                .build()
                .logLevel();
    }

    @ParameterizedTest
    @CsvSource({"info, INFO", "Debug, DEBUG", "' off ', OFF", "'', OFF"})
    void isReadFromTheVariable(String value, LogLevel level) {
        assertThat(levelOf(Map.of("DEVPAYR_LOG", value), Map.of())).isEqualTo(level);
    }

    @Test
    void isOffByDefault() {
        assertThat(levelOf(Map.of(), Map.of())).isEqualTo(LogLevel.OFF);
    }

    @Test
    void isTakenFromTheBuilderThenThePropertyThenTheVariable() {
        Map<String, String> variables = Map.of("DEVPAYR_LOG", "debug");
        Map<String, String> properties = Map.of("devpayr.log", "info");

        assertThat(levelOf(variables, properties)).isEqualTo(LogLevel.INFO);
        assertThat(DevPayrConfig.builder()
                        .environment(SystemEnvironment.of(variables, properties))
                        .log(LogLevel.OFF)
                        .build()
                        .logLevel())
                .isEqualTo(LogLevel.OFF);
    }

    @Test
    void anUnknownLevelIsAnErrorThatNamesTheSettingAndTheLevels() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> levelOf(Map.of("DEVPAYR_LOG", "verbose"), Map.of()))
                .withMessage("DEVPAYR_LOG is \"verbose\"; it must be off, info or debug");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> levelOf(Map.of(), Map.of("devpayr.log", "1")))
                .withMessageStartingWith("devpayr.log is \"1\"");
    }
}
