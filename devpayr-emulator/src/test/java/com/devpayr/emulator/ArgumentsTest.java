package com.devpayr.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void withoutAnyItServesThisMachineOnItsUsualPortAndKeepsNothing() {
        assertThat(Arguments.parse()).isEqualTo(new Arguments(false, "127.0.0.1", 8787, null, null));
    }

    @Test
    void everyOptionIsTaken() {
        assertThat(Arguments.parse("--port", "0", "--host", "0.0.0.0", "--seed", "a.json", "--state", "b.json"))
                .isEqualTo(new Arguments(false, "0.0.0.0", 0, Path.of("a.json"), Path.of("b.json")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port            | --port needs a value after it
            --seed --state x  | --seed needs a value after it
            --port x          | --port is "x", not a number from 0 to 65535
            --port -1         | --port is "-1", not a number from 0 to 65535
            --port 65536      | --port is "65536", not a number from 0 to 65535
            --verbose         | there is no option --verbose; --help shows those that there are
            demo.json         | there is no option demo.json; --help shows those that there are
            """)
    void whatCannotBeUnderstoodIsSaid(String line, String complaint) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Arguments.parse(line.split(" ", -1)))
                .withMessage(complaint);
    }

    @Test
    void theHelpTextNamesEveryOption() {
        assertThat(Pattern.compile("--[a-z]+").matcher(Arguments.HELP).results().map(found -> found.group()))
                .containsOnly("--port", "--host", "--seed", "--state", "--help");
        assertThat(Arguments.parse("--help").help()).isTrue();
    }
}
