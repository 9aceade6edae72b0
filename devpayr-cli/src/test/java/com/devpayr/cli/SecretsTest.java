package com.devpayr.cli;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no output contains a credential, and that no argument may be one. */
class SecretsTest {
    private static final String SECRET = "canary-of-the-secret";
    private static final String WEBHOOK_SECRET = "canary-of-the-webhook-secret";

    private static final List<String> COMMANDS = List.of(
            "projects list",
            "projects create --name B --with-webhook-secret",
            "projects update 1 --with-webhook-secret --dry-run",
            "projects get 1",
            "licenses list 1",
            "licenses list 1 --all",
            "licenses create 1 --title B --key-file FOLDER/created.key",
            "licenses get 1 1",
            "licenses update 1 1 --max-domains 5",
            "licenses revoke 1 1",
            "licenses reactivate 1 1",
            "domains list 1",
            "injectables create 1 --type html --mode write --target-path a --content-file FOLDER/text",
            "injectables upload 1 FOLDER/text --dry-run",
            "injectables get 1 1",
            "injectables download 1 1 -o FOLDER/copy --overwrite",
            "payments get 1",
            "check --domain a.example.com",
            "watch --domain a.example.com --changes 1",
            "provision --project acme --domain b.example.com --license C --key-file FOLDER/c.key",
            "provision --project acme --domain c.example.com --license D --dry-run",
            "ping",
            "config",
            "licenses get 1 99");

    private final InMemoryDevPayr fake = Program.platform();
    private final FakeLicense license = fake.project("Acme").paid().license("Pro");
    private final String apiKey = fake.createGlobalKey().reveal();
    private final Program devpayr;
    private final Path folder;

    SecretsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        Files.writeString(folder.resolve("text"), "text");
        this.devpayr = Program.inMemory(fake)
                .with("DEVPAYR_API_KEY", apiKey)
                .with("DEVPAYR_LICENSE_KEY", license.key().reveal())
                .with("DEVPAYR_SECRET", SECRET)
                .with("DEVPAYR_WEBHOOK_SECRET", WEBHOOK_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --json", " --quiet", " --debug"})
    void noCommandPrintsACredential(String option) {
        for (String command : COMMANDS) {
            Result result = devpayr.run(arguments(command + option));

            assertThat(result.status()).as(command + result.err()).isIn(0, 4);
            assertThat(result.out() + result.err())
                    .as(command)
                    .doesNotContain(apiKey, license.key().reveal(), SECRET, WEBHOOK_SECRET);
        }
    }

    @Test
    void credentialsInResponsesAreMasked() {
        for (Map.Entry<Operation, String> call : Map.of(
                        Operation.LICENSE_LIST, "licenses list 1",
                        Operation.LICENSE_CREATE, "licenses create 1 --title B",
                        Operation.PAYMENT_CHECK, "check --domain a.example.com",
                        Operation.PING, "ping")
                .entrySet()) {
            for (int status : List.of(403, 422, 500, 200)) {
                String echo = "{\"message\":\"license denied for " + apiKey + " "
                        + license.key().reveal() + "\"}";
                fake.stubNext(call.getKey(), StubResponse.of(status).body(echo));

                Result result = devpayr.run(arguments(call.getValue() + " --debug"));

                assertThat(result.out() + result.err())
                        .doesNotContain(apiKey, license.key().reveal(), SECRET);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects list --api-key CANARY",
                "projects list --api-key=CANARY",
                "projects list --apiKey CANARY",
                "check --license-key CANARY",
                "check --license-key=CANARY",
                "injectables download 1 1 -o x --secret CANARY",
                "projects list --token=CANARY",
                "projects list -key CANARY",
                "projects list gk_1_1700000000_CANARY",
                "licenses get 1 01890a5d-ac96-774b-bcce-CANARY000000",
                "check --domain=01890a5d-ac96-774b-bcce-b302099a8057",
            })
    void argumentsThatLookLikeCredentialsAreRejectedAndNotRepeated(String command) {
        fake.clearRequests();

        Result result = devpayr.run(arguments(command.replace("-CANARY000000", "-b302099acafe")));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("looks like a credential", "DEVPAYR_API_KEY")
                .hasLineCount(1)
                .doesNotContain("CANARY", "01890a5d");
        assertThat(fake).receivedNothing();
    }

    @Test
    void theValueOfAConfiguredCredentialIsRejected() {
        for (String value : List.of(SECRET, WEBHOOK_SECRET, "x" + SECRET)) {
            Result result = devpayr.run("projects", "create", "--name", value);

            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err())
                    .contains("Argument 4 looks like a credential")
                    .doesNotContain(value);
        }
    }

    @Test
    void unexpectedArgumentsAreNotRepeated() {
        assertThat(devpayr.run("projects", "list", "hunter2hunter2").err()).doesNotContain("hunter2");
        assertThat(devpayr.run("projects", "list", "--pasword=hunter2hunter2").err())
                .contains("--pasword")
                .doesNotContain("hunter2");
    }

    @Test
    void aMissingKeyIsExplained() {
        Result result = devpayr.without("DEVPAYR_API_KEY").run("projects", "list");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("Set DEVPAYR_API_KEY, or set DEVPAYR_API_KEY_FILE")
                .hasLineCount(1);
    }

    @Test
    void readsCredentialsFromFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("api.key"), apiKey + "\n");
        Path webhookSecret = Files.writeString(folder.resolve("webhook"), WEBHOOK_SECRET + "\n");
        devpayr.without("DEVPAYR_API_KEY").with("DEVPAYR_API_KEY_FILE", file.toString());
        devpayr.without("DEVPAYR_WEBHOOK_SECRET").with("DEVPAYR_WEBHOOK_SECRET_FILE", webhookSecret.toString());

        assertThat(devpayr.output("-q", "projects", "create", "--name", "B", "--with-webhook-secret"))
                .isEqualTo("2\n");

        Result both = devpayr.with("DEVPAYR_WEBHOOK_SECRET", WEBHOOK_SECRET)
                .run("projects", "create", "--name", "C", "--with-webhook-secret");
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("are both set");
    }

    private String[] arguments(String command) {
        return CommandLineSplitter.split(command.replace("FOLDER", folder.toString()))
                .toArray(String[]::new);
    }
}
