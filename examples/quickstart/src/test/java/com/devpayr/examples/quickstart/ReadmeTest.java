package com.devpayr.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.ArrangedLicense;
import com.devpayr.testkit.ArrangedProject;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The README's code. */
class ReadmeTest {
    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final ArrangedProject acme = platform.project("Acme").paid();
    private final long projectId = acme.id();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void theBackendIssuesAndRevokes() {
        DevPayrConfig config = DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .apiKey(platform.globalKey().reveal())
                .domain("billing.example.com")
                .build();

        // <backend>
        try (DevPayr devpayr = FeignDevPayr.create(config)) {
            License license = devpayr.licenses()
                    .create(
                            projectId,
                            LicenseDraft.builder("Jane Doe, Pro")
                                    .expiresAt(Instant.now().plus(Duration.ofDays(365)))
                                    .maxDomains(3)
                                    .build());
            devpayr.licenses().revoke(projectId, license.id());
            for (License each : devpayr.licenses().all(projectId)) {
                System.out.println(each.title() + " is " + each.status());
            }
        }
        // </backend>
        assertThat(platform.requests()).hasSize(3);
    }

    @Test
    void theCopyAsksAndReads() {
        Secret secret = Secret.of("a good secret");
        acme.injectable("welcome", secret, "Hello!");
        DevPayrConfig config = DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .licenseKey(acme.license("Jane").key().reveal())
                .domain("shop.example.com")
                .build();

        // <copy>
        try (DevPayr devpayr = FeignDevPayr.create(config)) {
            boolean mayRun =
                    devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
            for (DeliveredInjectable injectable : devpayr.runtime().allInjectables()) {
                byte[] verified = InjectableCrypto.with(secret).open(injectable);
                System.out.println(injectable.slug() + " has " + verified.length + " bytes");
            }
            System.out.println(mayRun ? "licensed" : "not paid for");
        }
        // </copy>
        assertThat(platform.requests()).hasSize(2);
    }

    @Test
    void theFakeIsArrangedAndChangedWhileClientsRun() {
        // <fake>
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        ArrangedLicense pro = fake.project("Acme").paid().license("Pro");
        DevPayr devpayr = fake.connect(DevPayrConfig.builder()
                .licenseKey(pro.key().reveal())
                .domain("shop.example.com")
                .build());

        assertThat(devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid())
                .isTrue();
        pro.expiring(fake.clock().instant().plus(Duration.ofDays(30)));
        fake.clock().advance(Duration.ofDays(31)); // the next check throws ForbiddenException
        // </fake>
        assertThat(fake.requests()).hasSize(1);
    }
}
