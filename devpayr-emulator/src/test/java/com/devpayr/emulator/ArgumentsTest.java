package com.devpayr.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @Test
    void defaultsAreLoopbackPort8787AndNoFiles() {
        Arguments arguments = Arguments.parse();

        assertThat(arguments.host()).isEqualTo("127.0.0.1");
        assertThat(arguments.port()).isEqualTo(8787);
        assertThat(arguments.publicHost()).isNull();
        assertThat(arguments.seed()).isNull();
        assertThat(arguments.demo()).isFalse();
        assertThat(arguments.state()).isNull();
        assertThat(arguments.webhookHosts()).isEmpty();
        assertThat(arguments.quiet()).isFalse();
        assertThat(arguments.information()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port 0 --host 0.0.0.0 --public-host devpayr --seed a.json --state b.json --quiet"
                        + " --webhook-host app --webhook-host hooks.test",
                "--port=0 --host=0.0.0.0 --public-host=devpayr --seed=a.json --state=b.json --quiet"
                        + " --webhook-host=app --webhook-host=hooks.test"
            })
    void parsesEveryOption(String line) {
        Arguments arguments = Arguments.parse(line.split(" ", -1));

        assertThat(arguments.host()).isEqualTo("0.0.0.0");
        assertThat(arguments.port()).isZero();
        assertThat(arguments.publicHost()).isEqualTo("devpayr");
        assertThat(arguments.seed()).isEqualTo(Path.of("a.json"));
        assertThat(arguments.state()).isEqualTo(Path.of("b.json"));
        assertThat(arguments.webhookHosts()).containsExactly("app", "hooks.test");
        assertThat(arguments.quiet()).isTrue();
    }

    @Test
    void lastValueOfARepeatedOptionIsUsed() {
        assertThat(Arguments.parse("--port", "1", "--port", "2").port()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            --port               | Missing required parameter for option '--port' (<number>); see --help
            --seed --state x     | Expected parameter for option '--seed' but found '--state'; see --help
            --port x             | Invalid value for option '--port': 'x' is not an int; see --help
            --port -1            | --port must be a number from 0 to 65535, not -1
            --port 65536         | --port must be a number from 0 to 65535, not 65536
            --verbose            | Unknown option: '--verbose'; see --help
            demo.json            | Unmatched argument at index 0: 'demo.json'; see --help
            --demo --seed a.json | --demo and --seed cannot be combined
            """)
    void rejectsInvalidOptions(String line, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Arguments.parse(line.split(" ", -1)))
                .withMessage(message);
    }

    @Test
    void helpTextListsEveryOption() {
        assertThat(Pattern.compile("(?m)^ {6}(--[a-z-]+)")
                        .matcher(String.valueOf(Arguments.parse("--help").information()))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly(
                        "--port",
                        "--host",
                        "--public-host",
                        "--seed",
                        "--demo",
                        "--state",
                        "--webhook-host",
                        "--quiet",
                        "--help",
                        "--version");
    }

    @Test
    void versionNamesTheProgram() {
        assertThat(Arguments.parse("--version").information()).startsWith("devpayr-emulator ");
    }
}
