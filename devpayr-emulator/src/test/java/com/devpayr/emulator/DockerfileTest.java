package com.devpayr.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that the Dockerfile and the Compose file in docs/emulator.md agree with the program. */
class DockerfileTest {
    private static final Path PAGE = Path.of("../docs/emulator.md");

    private final String file = Files.readString(Path.of("Dockerfile"));

    DockerfileTest() throws IOException {}

    @Test
    void startsTheJarWithValidOptions() {
        List<String> command = List.of(group("ENTRYPOINT \\[\"(.*)\"]").split("\", \"", -1));
        String jar = group("COPY target/devpayr-emulator.jar (\\S+)");

        Arguments arguments = Arguments.parse(command.subList(3, command.size()).toArray(String[]::new));

        assertThat(command.subList(0, 3)).containsExactly("java", "-jar", jar);
        assertThat(arguments.host()).isEqualTo("0.0.0.0");
        assertThat(arguments.port())
                .isEqualTo(Integer.parseInt(group("EXPOSE (\\d+)")))
                .isEqualTo(Integer.parseInt(group("HEALTHCHECK .* http://127\\.0\\.0\\.1:(\\d+)/health")));
    }

    @Test
    void composeFileHasValidOptions() throws IOException {
        Matcher command = Pattern.compile("command: (.*)").matcher(Files.readString(PAGE));
        assertThat(command.find()).isTrue();

        Arguments arguments = Arguments.parse(command.group(1).split(" ", -1));

        assertThat(arguments.publicHost()).isEqualTo("devpayr");
        assertThat(arguments.webhookHosts()).containsExactly("app");
    }

    private String group(String pattern) {
        Matcher line = Pattern.compile(pattern).matcher(file);
        assertThat(line.find()).as(pattern).isTrue();
        return line.group(1);
    }
}
