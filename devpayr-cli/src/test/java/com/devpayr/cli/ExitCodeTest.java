package com.devpayr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the exit code and the message of each kind of failure. */
class ExitCodeTest {
    private final InMemoryDevPayr fake = Program.platform();
    private final Program devpayr = Program.inMemory(fake);

    ExitCodeTest() {
        fake.project("Acme").license("Pro");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "projects lst                      | 2 | Unmatched",
                "projects list --bogus=1           | 2 | Unknown option --bogus. See 'devpayr projects list --help'.",
                "projects                          | 2 | Missing required subcommand",
                "projects get                      | 2 | PROJECT",
                "projects get seven                | 2 | use the numeric ID",
                "projects get -1                   | 2 | use the numeric ID",
                "projects create                   | 2 | --name",
                "licenses create 1 --title ' '     | 2 | title",
                "licenses create 1 --title A --expires-at tomorrow | 2 | such as 2027-01-31",
                "projects update 1 --clear name    | 2 | use one of description, redirect-url",
                "projects list --page-size 51      | 2 | between 1 and 50",
                "projects list --all --page-size 5 | 2 | mutually exclusive",
                "watch --interval soon             | 2 | such as 30s",
                "injectables upload 1 none.png     | 2 | not a regular file",
                "licenses reactivate 1 1           | 3 | license.reactivate failed with HTTP status 403",
                "licenses create 1 --title Pro     | 3 | title",
                "projects get 99                   | 4 | failed with HTTP status 404",
                "licenses get 1 99                 | 4 | the list commands show them",
            })
    void exitCodeAndMessage(String command, int status, String message) {
        Result result = devpayr.run(arguments(command));

        assertThat(result.status()).as(result.err()).isEqualTo(status);
        assertThat(result.err())
                .startsWith("devpayr: ")
                .containsIgnoringCase(message.equals("Unmatched") ? "unknown command" : message)
                .hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LICENSE_LIST   | 401 | 3 | licenses list 1",
                "LICENSE_LIST   | 408 | 5 | licenses list 1",
                "LICENSE_LIST   | 429 | 5 | licenses list 1",
                "LICENSE_LIST   | 500 | 5 | licenses list 1",
                "LICENSE_LIST   | 200 | 5 | licenses list 1",
                "LICENSE_LIST   | 0   | 5 | licenses list 1",
                "LICENSE_DELETE | 0   | 5 | licenses delete 1 1 --yes",
                "LICENSE_CREATE | 0   | 6 | licenses create 1 --title A",
                "LICENSE_CREATE | 500 | 6 | licenses create 1 --title A",
                "LICENSE_REVOKE | 0   | 6 | licenses revoke 1 1",
                "LICENSE_REVOKE | 409 | 3 | licenses revoke 1 1",
                "PING           | 503 | 5 | ping",
            })
    void exitCodeOfAResponse(Operation operation, int response, int status, String command) {
        fake.stubNext(operation, response == 0 ? StubResponse.disconnect() : StubResponse.of(response));

        Result result = devpayr.run(arguments(command));

        assertThat(result.status()).as(result.err()).isEqualTo(status);
        assertThat(result.err())
                .startsWith("devpayr: ")
                .contains(operation.id())
                .hasLineCount(1);
    }

    @Test
    void unreachableServerExitsWithStatus5() {
        String closed;
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            closed = emulator.baseUrl();
        }

        Result result = Program.overHttp().run("ping", "--base-url", closed);

        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).contains("check the base URL and the network").hasLineCount(1);
    }

    @Test
    void checkThatCannotReachDevPayrExitsWithStatus5() {
        fake.stubNext(Operation.PAYMENT_CHECK, StubResponse.of(502));

        Result result = devpayr.with("DEVPAYR_LICENSE_KEY", "license-1").run("check", "--domain", "a.example.com");

        assertThat(result.status()).isEqualTo(5);
        assertThat(result.out()).startsWith("UNKNOWN (unreachable)").hasLineCount(1);
    }

    @Test
    void unknownOutcomeSaysHowToFindOut() {
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect());

        assertThat(devpayr.run("licenses", "create", "1", "--title", "A").err())
                .contains("List the project's licenses and look for the title.");
    }

    @Test
    void plainHttpRequiresAnOption() {
        assertThat(devpayr.run("ping", "--base-url", "http://devpayr.example.com")
                        .status())
                .isEqualTo(2);
        assertThat(devpayr.run("ping", "--base-url", "http://devpayr.example.com", "--allow-plain-http")
                        .status())
                .isZero();
    }

    @Test
    void debugAddsTheStackTrace() {
        Result result = devpayr.run("projects", "get", "99", "--debug");

        assertThat(result.err()).contains("NotFoundException", "\tat com.devpayr", "devpayr: project.get failed");
    }

    @Test
    void controlCharactersOfTheServerAreNotPrinted() {
        fake.stubNext(
                Operation.PROJECT_LIST, StubResponse.of(403).body("{\"message\":\"\\u001b[2Jcleared\\nsecond line\"}"));

        assertThat(devpayr.run("projects", "list").err())
                .contains("[2Jcleared second line")
                .doesNotContain("\u001b")
                .hasLineCount(1);
    }

    private static String[] arguments(String command) {
        return CommandLineSplitter.split(command).toArray(String[]::new);
    }
}
