package com.devpayr.cli;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that provisioning can be repeated. */
class ProvisionTest {
    private static final String[] COMMAND = {
        "provision", "--project", "acme-photos", "--domain", "photos.example.com", "--license", "Jane Doe"
    };

    private final InMemoryDevPayr fake = Program.platform();
    private final Program devpayr = Program.inMemory(fake);

    @Test
    void createsWhatIsMissingAndChangesNothingTheSecondTime() {
        assertThat(devpayr.output(COMMAND))
                .contains(
                        "project acme-photos: created, ID 1",
                        "domain photos.example.com: created, ID 1",
                        "license Jane Doe: created, ID 1",
                        "license key ****");
        fake.clearRequests();

        assertThat(devpayr.output(COMMAND))
                .contains("project acme-photos: found, ID 1", "license Jane Doe: found, ID 1");
        assertThat(fake).receivedExactly(Operation.PROJECT_LIST, Operation.DOMAIN_LIST, Operation.LICENSE_LIST);
        assertThat(devpayr.output("licenses", "get", "1", "1")).containsPattern("domain id +1");
    }

    @Test
    void looksAgainIfTheOutcomeIsUnknown() {
        fake.stubNext(Operation.PROJECT_CREATE, StubResponse.disconnect().afterProcessing());
        fake.stubNext(Operation.DOMAIN_CREATE, StubResponse.of(502).afterProcessing());
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect().afterProcessing());

        assertThat(devpayr.run(COMMAND).status()).isZero();

        assertThat(fake).received(Operation.PROJECT_CREATE).once();
        assertThat(fake).received(Operation.DOMAIN_CREATE).once();
        assertThat(fake).received(Operation.LICENSE_CREATE).once();
        assertThat(devpayr.output("licenses", "list", "1", "-q")).isEqualTo("1\n");
    }

    @Test
    void findsWhatAConcurrentRunCreated() {
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.of(422).afterProcessing());

        assertThat(devpayr.run(COMMAND).status()).isZero();
    }

    @Test
    void anOutcomeThatStaysUnknownIsReportedAndTheNextRunRepeats() {
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect());

        Result lost = devpayr.run(COMMAND);

        assertThat(lost.status()).isEqualTo(6);
        assertThat(lost.out()).contains("domain photos.example.com: created");
        assertThat(devpayr.run(COMMAND).status()).isZero();
    }

    @Test
    void aFailureToLookAgainDoesNotHideThatTheOutcomeIsUnknown() {
        fake.stubNext(Operation.PROJECT_CREATE, StubResponse.disconnect());
        fake.stubNext(Operation.PROJECT_LIST, StubResponse.of(200).body("""
                {"status":"success","data":{"data":[],"next_cursor":null}}"""));
        fake.stubNext(Operation.PROJECT_LIST, StubResponse.of(503));

        assertThat(devpayr.run(COMMAND).status()).isEqualTo(6);
    }

    @Test
    void doesNotChangeARevokedLicense() {
        devpayr.output(COMMAND);
        devpayr.output("licenses", "revoke", "1", "1");

        Result result = devpayr.run(COMMAND);

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("License 1 is revoked.");
    }

    @Test
    void doesNotUseALicenseOfAnotherDomain() {
        devpayr.output(COMMAND);

        Result result = devpayr.run(
                "provision", "--project", "acme-photos", "--domain", "other.example.com", "--license", "Jane Doe");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("License 1 is for another domain.");
    }

    @Test
    void dryRunCreatesNothing() {
        fake.project("Other");
        fake.clearRequests();

        assertThat(devpayr.run(
                                "provision",
                                "--project",
                                "acme-photos",
                                "--domain",
                                "a.example.com",
                                "--license",
                                "B",
                                "--dry-run")
                        .out())
                .isEqualTo("""
                        project acme-photos: would be created
                        domain a.example.com: would be created
                        license B: would be created
                        """);
        assertThat(devpayr.output(
                        "provision", "--project", "other", "--domain", "a.example.com", "--license", "B", "--dry-run"))
                .contains("project other: found, ID 1", "license B: would be created");
        assertThat(fake)
                .receivedExactly(
                        Operation.PROJECT_LIST, Operation.PROJECT_LIST, Operation.DOMAIN_LIST, Operation.LICENSE_LIST);
    }

    @Test
    void quietPrintsTheIdOfTheLicense(@TempDir Path folder) {
        String[] quiet = {
            "provision",
            "--project",
            "p",
            "--domain",
            "d.example.com",
            "--license",
            "L",
            "-q",
            "--expires-at",
            "2099-01-01",
            "--key-file",
            folder.resolve("license.key").toString()
        };

        assertThat(devpayr.output(quiet)).isEqualTo("1\n");
        assertThat(folder.resolve("license.key")).isNotEmptyFile();
        assertThat(devpayr.output("licenses", "get", "1", "1")).contains("2099-01-01T00:00:00Z");
    }
}
