package com.devpayr.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectables.ApplyReport;
import com.devpayr.injectables.FileProcessor;
import com.devpayr.injectables.InjectableApplier;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.secret.Secret;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listings of README.md. */
class ReadmeTest {
    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final FakeProject acme = platform.project("Acme").paid();
    private final long projectId = acme.id();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void backendCreatesAndRevokesALicense() {
        DevPayrConfig config = DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .apiKey(platform.createGlobalKey().reveal())
                .domain("billing.example.com")
                .build();

        // <backend>
        try (DevPayr devpayr = RetrofitDevPayr.create(config)) {
            License license = devpayr.licenses()
                    .create(
                            projectId,
                            LicenseDraft.builder("Jane Doe, Pro")
                                    .expiresAt(Instant.now().plus(Duration.ofDays(365)))
                                    .maxDomains(3)
                                    .build());
            devpayr.licenses().revoke(projectId, license.id());
            for (License each : devpayr.licenses().listAll(projectId)) {
                System.out.println(each.title() + " is " + each.status());
            }
        }
        // </backend>
        assertThat(platform.requests()).hasSize(3);
    }

    @Test
    void applicationChecksItsLicenseAndAppliesInjectables(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("content"));
        Secret secret = Secret.of("a good secret");
        acme.injectable("welcome", secret, "Hello!");
        DevPayrConfig config = DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .licenseKey(acme.license("Jane").key().reveal())
                .domain("shop.example.com")
                .build();

        // <application>
        try (DevPayr devpayr = RetrofitDevPayr.create(config);
                LicenseGuard guard = LicenseGuard.builder(devpayr)
                        .application("acme-photos")
                        .leaseStore(LeaseStore.file(folder.resolve("acme.lease"))) // optional
                        .build()) {
            guard.start(); // checks the license in the background, every hour
            guard.requireLicensed(); // throws unless the application may run; tolerates outages of up to 3 days

            InjectableApplier applier = InjectableApplier.create(
                    InjectableCrypto.create(secret), FileProcessor.rootedAt(folder.resolve("content")));
            ApplyReport report = applier.apply(devpayr.runtime().listAllInjectables());
            System.out.println(guard.current().message() + " " + report.outcomes());
        }
        // </application>
        assertThat(folder.resolve("content/welcome")).hasContent("Hello!");
        assertThat(folder.resolve("acme.lease")).isNotEmptyFile();
    }

    @Test
    void fakeIsChangedWhileClientsAreConnected() {
        // <fake>
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeLicense pro = fake.project("Acme").paid().license("Pro");
        DevPayr devpayr = fake.connect(DevPayrConfig.builder()
                .licenseKey(pro.key().reveal())
                .domain("shop.example.com")
                .build());

        assertThat(devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid())
                .isTrue();
        pro.expiresAt(fake.clock().instant().plus(Duration.ofDays(30)));
        fake.clock().advance(Duration.ofDays(31)); // the next check throws ForbiddenException
        // </fake>
        assertThat(fake.requests()).hasSize(1);
    }
}
