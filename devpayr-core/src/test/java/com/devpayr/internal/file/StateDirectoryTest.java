package com.devpayr.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"?", "", " ", "home/jo", ".", "/", "/../", "\0"})
    void rejectsAHomeDirectoryThatIsNone(String home) {
        for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
            assertThatThrownBy(() -> StateDirectory.of(Map.of("os.name", system, "user.home", home)::get, name -> null))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("user.home is '" + home + "'")
                    .hasMessageContaining("set DEVPAYR_DOMAIN");
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux, XDG_STATE_HOME, .local/state", "Windows 11, LOCALAPPDATA, AppData/Local"})
    void ignoresARelativeVariable(String system, String variable, String expected) {
        assertThat(StateDirectory.of(
                        Map.of("os.name", system, "user.home", "/home/jo")::get, Map.of(variable, "state")::get))
                .isEqualTo(Path.of("/home/jo", expected, "devpayr"));
    }

    @Test
    void reportsAMissingHomeDirectory() {
        assertThatThrownBy(() -> StateDirectory.of(name -> null, name -> null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set DEVPAYR_DOMAIN");
    }
}
