package com.devpayr.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateDirectoryTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, '', /home/jo/.local/state/devpayr",
        "Linux, XDG_STATE_HOME, /named/devpayr",
        "Linux, LOCALAPPDATA, /home/jo/.local/state/devpayr",
        "Mac OS X, XDG_STATE_HOME, /home/jo/Library/Application Support/devpayr",
        "Windows 11, '', /home/jo/AppData/Local/devpayr",
        "Windows 11, LOCALAPPDATA, /named/devpayr"
    })
    void followsTheConventionOfEachOperatingSystem(String system, String variable, String expected) {
        SystemEnvironment environment =
                SystemEnvironment.of(Map.of(variable, "/named"), Map.of("os.name", system, "user.home", "/home/jo"));

        assertThat(StateDirectory.of(environment::property, environment::variable))
                .isEqualTo(Path.of(expected));
    }

    @Test
    void reportsAMissingHomeDirectory() {
        assertThatThrownBy(() -> StateDirectory.of(name -> null, name -> null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set DEVPAYR_DOMAIN");
    }
}
