package com.devpayr.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.junit.DevPayrExtension;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The listings of docs/errors.md, docs/license-guard.md and docs/migration.md. */
class GuidesTest {
    @RegisterExtension
    final DevPayrExtension extension = DevPayrExtension.inMemory();

    @Test
    void errorsHaveDifferentTypes(InMemoryDevPayr fake, DevPayr devpayr) {
        FakeProject acme = fake.project("Acme");
        long projectId = acme.id();
        long licenseId = acme.license("Jane").id();
        List<String> log = new ArrayList<>();
        fake.stubNext(Operation.LICENSE_REVOKE, StubResponse.disconnect().afterProcessing());

        // <errors>
        try {
            devpayr.licenses().revoke(projectId, licenseId);
        } catch (OutcomeUnknownException e) {
            log.add(e.getMessage()); // the license may be revoked; the message says how to find out
        } catch (ApiException e) {
            log.add(e.status() + ": " + e.getMessage()); // DevPayr rejected the request
        } catch (TransportException e) {
            log.add("try again later: " + e.kind()); // the request was not processed
        }
        // </errors>
        assertThat(log).singleElement().asString().contains("List the project's licenses");
    }

    @Test
    void applicationDecidesHowToReactToAVerdict(InMemoryDevPayr fake) {
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
                .logger(System.getLogger("license")) // log changes to another logger
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
    void guardReplacesBootstrap(InMemoryDevPayr fake) {
        String license = fake.project("Acme").paid().license("Jane").key().reveal();
        DevPayrConfig.Builder builder = DevPayrConfig.builder()
                .licenseKey(license)
                .secret("a good secret")
                .domain("shop.example.com");
        DevPayr devpayr = extension.connect(builder);
        List<String> log = new ArrayList<>();

        // <migration>
        try (LicenseGuard guard = LicenseGuard.builder(devpayr)
                .application("acme-photos")
                .checkInterval(Duration.ofDays(1))
                .leaseStore(LeaseStore.memory())
                .logger(System.getLogger("license"))
                .build()) {
            guard.start();
            if (guard.isPermitted(guard.check())) {
                log.add("started");
            }
        }
        // </migration>
        assertThat(log).hasSize(1);
    }
}
