package com.devpayr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests help, completion, man page and launcher. */
class HelpTest {
    /** All commands that do something. */
    private static final List<String> COMMANDS = List.of(
            "projects list",
            "projects get",
            "projects create",
            "projects update",
            "projects delete",
            "licenses list",
            "licenses get",
            "licenses create",
            "licenses update",
            "licenses revoke",
            "licenses reactivate",
            "licenses delete",
            "domains list",
            "domains get",
            "domains create",
            "domains update",
            "domains delete",
            "injectables list",
            "injectables get",
            "injectables create",
            "injectables update",
            "injectables upload",
            "injectables download",
            "injectables delete",
            "payments get",
            "provision",
            "check",
            "watch",
            "ping",
            "config",
            "generate");

    private final Program devpayr = Program.overHttp();

    static List<String> commands() {
        return COMMANDS;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExample(String command) {
        List<String> arguments = new ArrayList<>(CommandLineSplitter.split(command));
        arguments.add("--help");

        assertThat(devpayr.output(arguments.toArray(String[]::new)))
                .startsWith("Usage: devpayr " + command)
                .contains("Example", "devpayr " + (command.equals("generate") ? "generate man" : command));
    }

    @Test
    void everyCommandIsListed() {
        String groups = devpayr.output("--help")
                + Stream.of("projects", "licenses", "domains", "injectables", "payments")
                        .map(group -> devpayr.output(group, "--help"))
                        .collect(Collectors.joining());

        COMMANDS.forEach(command -> assertThat(groups).contains(command.replaceFirst(".* ", "  ")));
        for (String block : groups.split("Commands:\n", -1)) {
            assertThat(block.replaceFirst("(?s)\n\n.*", "").lines().filter(line -> line.matches("  \\S.*")))
                    .as("each command has a summary of one line")
                    .allMatch(line -> line.endsWith("."));
        }
    }

    @Test
    void everyOperationHasACommand() {
        assertThat(Arrays.stream(Operation.values())
                        .filter(operation -> operation != Operation.INJECTABLE_STREAM && !operation.isRaw())
                        .map(HelpTest::commandOf))
                .isSubsetOf(COMMANDS);
    }

    private static String commandOf(Operation operation) {
        String[] words = operation.id().split("\\.", -1);
        return switch (operation) {
            case PING -> "ping";
            case PAYMENT_CHECK -> "check";
            case PAYMENT_STATUS -> "payments get";
            default -> words[0] + "s " + words[1];
        };
    }

    @Test
    void exitCodesAreDocumented() throws IOException {
        String page = Files.readString(Path.of("../docs/cli.md"));
        String help = devpayr.output("--help");

        for (ExitCode code : ExitCode.values()) {
            assertThat(page).contains("| " + code.status() + " | " + code.description() + " |");
            assertThat(help.replaceAll("\\s+", " ")).contains(code.status() + " " + code.description());
        }
    }

    @Test
    void helpFitsATerminal() {
        for (String command : COMMANDS) {
            List<String> arguments = new ArrayList<>(CommandLineSplitter.split(command));
            arguments.add("-h");
            assertThat(devpayr.output(arguments.toArray(String[]::new)).lines()).allMatch(line -> line.length() <= 100);
        }
    }

    @Test
    void aCommandLineThatNamesAnotherCommandAsAValueIsParsed() {
        assertThat(devpayr.output("licenses", "create", "7", "--title", "projects", "--dry-run"))
                .contains("project/7/licenses", "\"title\":\"projects\"");
    }

    @Test
    void printsTheVersion() {
        assertThat(devpayr.output("--version")).isEqualTo("devpayr development\n");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(devpayr.output("generate", "completion"))
                .contains("complete -F _complete_devpayr", "reactivate", "--target-path", "redirect-url");
    }

    @Test
    void manPageDescribesEveryCommand() {
        String page = devpayr.output("generate", "man");

        COMMANDS.forEach(command -> assertThat(page).contains(".SS \"devpayr " + command.replace("-", "\\-")));
        assertThat(page)
                .startsWith(".TH DEVPAYR 1")
                .contains(".B \\-\\-[no\\-]paid", ".B \\-\\-title=TITLE", ".SH EXIT STATUS", "DEVPAYR_API_KEY")
                .doesNotContain("@|", "${");
    }

    @Test
    void launcherIsAShellScript() {
        assertThat(devpayr.output("generate", "launcher"))
                .startsWith("#!/bin/sh\n")
                .contains("devpayr-cli.jar");
    }
}
