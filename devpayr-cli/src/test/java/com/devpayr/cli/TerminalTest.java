package com.devpayr.cli;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what differs between a terminal and a pipe. */
class TerminalTest {
    private static final String ESCAPE = "\u001b";

    private final InMemoryDevPayr fake = Program.platform();
    private final FakeProject acme = fake.project("Acme");
    private final Program devpayr = Program.inMemory(fake);

    @Test
    void onlyATerminalShowsColors() {
        acme.license("Pro").revoked();

        assertThat(devpayr.on(TestTerminal.interactive())
                        .run("licenses", "list", "1")
                        .out())
                .contains(ESCAPE + "[1mID", ESCAPE + "[31mrevoked");
        assertThat(devpayr.run("licenses", "list", "1").out())
                .contains("revoked")
                .doesNotContain(ESCAPE);
        assertThat(devpayr.on(TestTerminal.interactive())
                        .run("licenses", "list", "1", "--json")
                        .out())
                .doesNotContain(ESCAPE);
        assertThat(devpayr.with("NO_COLOR", "1")
                        .on(TestTerminal.interactive())
                        .run("licenses", "list", "1")
                        .out())
                .doesNotContain(ESCAPE);
    }

    @Test
    void helpIsColoredOnATerminalOnly() {
        assertThat(devpayr.on(TestTerminal.interactive()).run("--help").out()).contains(ESCAPE);
        assertThat(devpayr.run("--help").out()).contains("Usage: devpayr").doesNotContain(ESCAPE);
    }

    @Test
    void deletionIsConfirmed() {
        Result result = devpayr.on(TestTerminal.interactive("y")).run("projects", "delete", "1");

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEqualTo("Delete project 1 with its licenses, domains and injectables? [y/N] ");
        assertThat(fake).received(Operation.PROJECT_DELETE).once();
    }

    @Test
    void deletionIsCancelledUnlessItIsConfirmed() {
        fake.clearRequests();

        for (TestTerminal terminal : new TestTerminal[] {
            TestTerminal.interactive("n"), TestTerminal.interactive(""), TestTerminal.interactive()
        }) {
            Result result = devpayr.on(terminal).run("projects", "delete", "1");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err()).contains("Cancelled. Nothing was deleted.");
        }
        assertThat(fake).receivedNothing();
    }

    @Test
    void deletionWithoutATerminalRequiresYes() {
        fake.clearRequests();

        Result result = devpayr.run("projects", "delete", "1");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("add --yes").hasLineCount(1);
        assertThat(fake).receivedNothing();
    }

    @Test
    void promptsForAMissingKeyOnATerminal() {
        String key = fake.createGlobalKey().reveal();

        Result result = devpayr.without("DEVPAYR_API_KEY")
                .on(TestTerminal.interactive(key))
                .run("-q", "projects", "list");

        assertThat(result.out()).isEqualTo("1\n");
        assertThat(result.err()).isEqualTo("API key: ");
    }

    @Test
    void anEmptyResponseToThePromptSendsNothing() {
        fake.clearRequests();

        Result result = devpayr.without("DEVPAYR_API_KEY")
                .on(TestTerminal.interactive(" "))
                .run("projects", "list");

        assertThat(result.status()).isEqualTo(2);
        assertThat(fake).receivedNothing();
    }

    @Test
    void promptsForTheLicenseKeyAndTheSecret(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "text");
        String key = acme.paid().license("Pro").key().reveal();

        assertThat(devpayr.on(TestTerminal.interactive(key))
                        .run("check", "--domain", "a.example.com")
                        .err())
                .isEqualTo("License key: ");
        assertThat(devpayr.on(TestTerminal.interactive("a good secret"))
                        .run("injectables", "upload", "1", text.toString(), "--quiet")
                        .err())
                .isEqualTo("Secret of the injectables: ");
    }

    @Test
    void longListsShowProgressWhenTheOutputIsRedirected() {
        for (int i = 0; i < 60; i++) {
            acme.license("License " + i);
        }

        assertThat(devpayr.on(TestTerminal.redirected())
                        .run("licenses", "list", "1", "--all")
                        .err())
                .isEqualTo("\r" + ESCAPE + "[K50 rows …\r" + ESCAPE + "[K60 rows …\r" + ESCAPE + "[K");
        assertThat(devpayr.run("licenses", "list", "1", "--all").err()).isEmpty();
        assertThat(devpayr.on(TestTerminal.redirected())
                        .run("licenses", "list", "1", "--all", "--quiet")
                        .err())
                .isEmpty();
    }

    @Test
    void uploadsShowProgressOnATerminal(@TempDir Path folder) throws Exception {
        Path logo = Files.write(folder.resolve("logo.png"), new byte[1500]);
        devpayr.with("DEVPAYR_SECRET", "a good secret");

        assertThat(devpayr.on(TestTerminal.redirected())
                        .run("injectables", "upload", "1", logo.toString())
                        .err())
                .isEqualTo("\r" + ESCAPE + "[KUploading logo.png (2 KiB) …\r" + ESCAPE + "[K");
        assertThat(devpayr.run("injectables", "upload", "1", logo.toString()).err())
                .isEmpty();
    }

    @Test
    void controlCharactersOfTheServerDoNotReachTheTerminal() {
        fake.project("Evil\u001b]0;title\u0007\u202eName");

        assertThat(devpayr.run("projects", "list").out()).contains("Evil ]0;title Name");
        assertThat(devpayr.run("projects", "list", "--json").out()).contains("Evil\\u001b]0;title\\u0007\\u202eName");
    }
}
