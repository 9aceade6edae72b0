package com.devpayr.examples.ci;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.examples.ci.Pipeline.Result;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.project.Project;
import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.junit.DevPayrExtension;
import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.model.StubResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program with the emulator, in some tests in its own JVM as a pipeline does. */
class CiProvisioningTest {
    @RegisterExtension
    final DevPayrExtension devpayr = DevPayrExtension.inMemory();

    private final Path folder;
    private InMemoryDevPayr fake = InMemoryDevPayr.create();
    private Pipeline pipeline;

    CiProvisioningTest(@TempDir Path folder) {
        this.folder = folder;
        this.pipeline = new Pipeline(folder, Map.of());
    }

    @BeforeEach
    void configure(InMemoryDevPayr platform, DevPayrEmulator emulator) {
        fake = platform;
        pipeline = new Pipeline(
                folder,
                Map.of(
                        "DEVPAYR_API_KEY", fake.createGlobalKey().reveal(),
                        "DEVPAYR_BASE_URL", emulator.baseUrl(),
                        "PROVISION_PROJECT", "acme-photos",
                        "PROVISION_DOMAIN", "photos.example.com",
                        "PROVISION_LICENSE", "Jane Doe"));
    }

    @Test
    void theFirstRunCreatesAllResourcesAndMasksTheKey() throws Exception {
        Result first = pipeline.runProcess();

        String key = license().key().reveal();
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.out())
                .containsSubsequence(
                        "project acme-photos: created, id ",
                        "domain photos.example.com: created, id ",
                        "license Jane Doe: created, id ",
                        "license key ****" + key.substring(key.length() - 4))
                .doesNotContain(key);
        assertThat(folder.resolve(".local")).as("a fingerprint").doesNotExist();
    }

    @Test
    void theSecondRunChangesNothing() {
        pipeline.run();
        fake.clearRequests();

        Result second = pipeline.run();

        assertThat(second.status()).isZero();
        assertThat(second.out())
                .contains("project acme-photos: found", "domain photos.example.com: found", "license Jane Doe: found");
        assertThat(fake).receivedExactly(Operation.PROJECT_LIST, Operation.DOMAIN_LIST, Operation.LICENSE_LIST);
    }

    @Test
    void writesTheKeyToFileAndOutput() throws Exception {
        Path file = folder.resolve("secrets/license.key");
        Path outputs = Files.writeString(folder.resolve("outputs"), "earlier=1\n");

        Result result = pipeline.with("PROVISION_KEY_FILE", file.toString())
                .with("PROVISION_KEY_OUTPUT", "license_key")
                .with("GITHUB_OUTPUT", outputs.toString())
                .run();

        String key = license().key().reveal();
        assertThat(result.status()).isZero();
        assertThat(file).hasContent(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(outputs).hasContent("earlier=1\nlicense_key=" + key + "\n");
        assertThat(result.out() + result.err()).doesNotContain(key);
    }

    @Test
    void writesNoOutputByDefault() throws Exception {
        Path outputs = Files.createFile(folder.resolve("outputs"));

        assertThat(pipeline.with("GITHUB_OUTPUT", outputs.toString()).run().status())
                .isZero();

        assertThat(outputs).isEmptyFile();
    }

    @Test
    void reportsAKeyThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("license.key");

        Result result = pipeline.with("PROVISION_KEY_FILE", file.toString()).run();

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.err())
                .contains("its key could not be written")
                .doesNotContain(license().key().reveal());
    }

    @Test
    void sendsNothingWithoutAnApiKey() {
        Result result = pipeline.without("DEVPAYR_API_KEY").run();

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("DEVPAYR_API_KEY or DEVPAYR_API_KEY_FILE")
                .hasLineCount(1);
        assertThat(fake).receivedNothing();
    }

    @Test
    void sendsNothingIfASettingIsMissing() {
        for (String name : List.of("PROVISION_PROJECT", "PROVISION_DOMAIN", "PROVISION_LICENSE")) {
            Result result = pipeline.without(name).run();

            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err())
                    .isEqualToIgnoringNewLines(name + " is not set; set it in the pipeline's environment");
        }
        assertThat(fake).receivedNothing();
    }

    @Test
    void reportsAConnectionFailure(DevPayrEmulator emulator) {
        emulator.close();

        Result result = pipeline.run();

        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err()).contains("Could not connect to DevPayr").hasLineCount(1);
    }

    @Test
    void reportsMissingPermissions() throws Exception {
        ApiKey reader = fake.newApiKey("Reader")
                .scopes(Scope.PROJECTS_READ, Scope.DOMAINS_READ, Scope.LICENSES_READ)
                .create()
                .value();

        Result result = pipeline.with("DEVPAYR_API_KEY", reader.reveal()).runProcess();

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err())
                .contains("project.create failed with HTTP status 403")
                .hasLineCount(1)
                .doesNotContain(reader.reveal());
        assertThat(devpayr.backend().projects().listAll()).isEmpty();
    }

    @Test
    void readsTheStateIfTheResponseIsLost() {
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect().afterProcessing());

        assertThat(pipeline.run().status()).isZero();

        assertThat(fake).received(Operation.LICENSE_CREATE).once();
        assertThat(license().title()).isEqualTo("Jane Doe");
    }

    @Test
    void theNextRunRepeatsALostRequest() {
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect());

        Result lost = pipeline.run();

        assertThat(lost.status()).isEqualTo(5);
        assertThat(lost.err()).contains("license.create may or may not have taken effect");
        assertThat(pipeline.run().status()).isZero();
        assertThat(license().title()).isEqualTo("Jane Doe");
    }

    @Test
    void doesNotChangeARevokedLicense() {
        pipeline.run();
        devpayr.backend().licenses().revoke(project().id(), license().id());

        Result result = pipeline.run();

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).startsWith("The license is revoked.");
    }

    private Project project() {
        return devpayr.backend().projects().listAll().iterator().next();
    }

    /** Returns the only license. */
    private License license() {
        assertThat(devpayr.backend().licenses().listAll(project().id())).hasSize(1);
        return devpayr.backend().licenses().listAll(project().id()).iterator().next();
    }
}
