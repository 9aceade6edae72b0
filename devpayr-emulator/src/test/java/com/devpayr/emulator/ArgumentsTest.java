package com.devpayr.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void defaultsAreLoopbackPort8787AndNoFiles() {
        assertThat(Arguments.parse()).isEqualTo(new Arguments(false, "127.0.0.1", 8787, null, null, List.of()));
    }

    @Test
    void parsesEveryOption() {
        String line =
                "--port 0 --host 0.0.0.0 --seed a.json --state b.json --webhook-host app --webhook-host hooks.test";

        assertThat(Arguments.parse(line.split(" ", -1)))
                .isEqualTo(new Arguments(
                        false, "0.0.0.0", 0, Path.of("a.json"), Path.of("b.json"), List.of("app", "hooks.test")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port            | --port requires a value
            --seed --state x  | --seed requires a value
            --port x          | --port must be a number from 0 to 65535, not "x"
            --port -1         | --port must be a number from 0 to 65535, not "-1"
            --port 65536      | --port must be a number from 0 to 65535, not "65536"
            --verbose         | unknown option --verbose; see --help
            demo.json         | unknown option demo.json; see --help
            """)
    void rejectsInvalidOptions(String line, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Arguments.parse(line.split(" ", -1)))
                .withMessage(message);
    }

    @Test
    void helpTextListsEveryOption() {
        assertThat(Pattern.compile("--[a-z-]+")
                        .matcher(Arguments.HELP)
                        .results()
                        .map(found -> found.group()))
                .containsOnly("--port", "--host", "--seed", "--state", "--webhook-host", "--help");
        assertThat(Arguments.parse("--help").help()).isTrue();
    }
}
