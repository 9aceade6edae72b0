package com.devpayr.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.guard.GuardListener;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectables.ApplyReport;
import com.devpayr.injectables.FileProcessor;
import com.devpayr.injectables.InjectableApplier;
import com.devpayr.injectables.InjectableProcessor;
import com.devpayr.operation.Operation;
import com.devpayr.secret.Secret;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.junit.DevPayrExtension;
import com.devpayr.testkit.model.StubResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/errors.md, docs/injectables.md, docs/license-guard.md and docs/migration.md. */
class GuidesTest {
    private static final Secret SECRET = Secret.of("a good secret");

    @RegisterExtension
    final DevPayrExtension extension = DevPayrExtension.inMemory();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void appliesAndRevertsInjectables(InMemoryDevPayr fake) {
        FakeProject acme = fake.project("Acme").paid();
        acme.injectable("welcome", SECRET, "Hello!");
        DevPayr devpayr = extension.application(acme.license("Jane"));
        List<String> warnings = new ArrayList<>();

        // <apply>
        FileProcessor files = FileProcessor.rootedAt(folder);
        InjectableApplier applier = InjectableApplier.create(InjectableCrypto.create(SECRET), files);

        ApplyReport report = applier.apply(devpayr.runtime().listAllInjectables());
        report.rejected().forEach(outcome -> warnings.add(outcome.slug() + ": " + outcome.reason()));
        // </apply>
        assertThat(warnings).isEmpty();
        assertThat(folder.resolve("welcome")).hasContent("Hello!");

        // <revert>
        files.revert(); // when the license is revoked: everything is as it was before
        // </revert>
        assertThat(Files.exists(folder.resolve("welcome"))).isFalse();
    }

    @Test
    void errorsAreToldApart(InMemoryDevPayr fake, DevPayr devpayr) {
        FakeProject acme = fake.project("Acme");
        long projectId = acme.id();
        long licenseId = acme.license("Jane").id();
        List<String> log = new ArrayList<>();
        fake.stubNext(Operation.LICENSE_REVOKE, StubResponse.disconnect().afterProcessing());

        // <errors>
        try {
            devpayr.licenses().revoke(projectId, licenseId);
        } catch (OutcomeUnknownException unknown) {
            log.add(unknown.getMessage()); // says how to find out whether it happened
        } catch (ApiException refused) {
            log.add(refused.status() + ": " + refused.getMessage()); // DevPayr said no
        } catch (TransportException unreachable) {
            log.add("try again later: " + unreachable.kind()); // nothing has happened
        }
        // </errors>
        assertThat(log).singleElement().asString().contains("List the project's licenses");
    }

    @Test
    void customProcessorKeepsInjectablesInMemory(InMemoryDevPayr fake) {
        FakeProject acme = fake.project("Acme").paid();
        acme.injectable("welcome", SECRET, "Hello!");
        DevPayr devpayr = extension.application(acme.license("Jane"));
        Map<String, String> templates = new HashMap<>();

        // <processor>
        InjectableProcessor inMemory = injectables -> {
            injectables.forEach(injectable -> templates.put(injectable.slug(), injectable.text()));
            return ApplyReport.ofPassedThrough(injectables);
        };
        // </processor>
        InjectableApplier.create(InjectableCrypto.create(SECRET), inMemory)
                .apply(devpayr.runtime().listAllInjectables());
        assertThat(templates).containsEntry("welcome", "Hello!");
    }

    @Test
    void everyConsequenceOfAVerdictIsTheApplicationsChoice(InMemoryDevPayr fake) {
        String license = fake.project("Acme").paid().license("Jane").key().reveal();
        DevPayrConfig.Builder builder =
                DevPayrConfig.builder().licenseKey(license).domain("shop.example.com");
        DevPayr devpayr = extension.connect(builder);
        List<String> banner = new ArrayList<>();
        List<String> pages = new ArrayList<>();

        // <consequences>
        LicenseGuard.Builder guardBuilder = LicenseGuard.builder(devpayr)
                .application("acme-photos")
                .leaseStore(LeaseStore.memory())
                .listener((before, after) -> banner.add(after.message())) // update the user interface
                .listener(GuardListener.logging(System.getLogger("license"))) // log changes
                .messageFormatter(verdict ->
                        verdict instanceof Verdict.Denied ? "Please renew." : verdict.message()); // custom messages
        try (LicenseGuard guard = guardBuilder.build()) {
            guard.requireLicensed(); // throw an exception
            if (!guard.isPermitted(guard.current())) {
                pages.add(guard.messageFor(guard.current())); // show a message
            }
        }
        // </consequences>
        assertThat(banner).hasSize(1);
        assertThat(pages).isEmpty();
    }

    @Test
    void aGuardChecksTheLicense(InMemoryDevPayr fake) {
        String license = fake.project("Acme").paid().license("Jane").key().reveal();
        DevPayr devpayr =
                extension.connect(DevPayrConfig.builder().licenseKey(license).domain("shop.example.com"));

        // <guard>
        LicenseGuard guard = LicenseGuard.builder(devpayr)
                .application("acme-photos")
                .leaseStore(LeaseStore.memory()) // omit it to store the lease in a file
                .build();
        guard.start(); // checks the license in the background, every hour
        guard.requireLicensed(); // throws unless the application may run
        // </guard>
        guard.close();
        assertThat(guard.current()).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void whatBootstrapDid(InMemoryDevPayr fake) {
        String license = fake.project("Acme").paid().license("Jane").key().reveal();
        DevPayrConfig.Builder builder = DevPayrConfig.builder()
                .licenseKey(license)
                .secret("a good secret")
                .domain("shop.example.com");
        DevPayr devpayr = extension.connect(builder);
        List<String> booted = new ArrayList<>();

        // <migration>
        try (LicenseGuard guard = LicenseGuard.builder(devpayr)
                .application("acme-photos")
                .checkInterval(Duration.ofDays(1))
                .leaseStore(LeaseStore.memory())
                .listener(GuardListener.logging(System.getLogger("license")))
                .build()) {
            guard.start();
            if (guard.isPermitted(guard.check())) {
                booted.add("boot");
            }
        }
        // </migration>
        assertThat(booted).hasSize(1);
    }
}
