package com.devpayr.examples.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.license.License;
import com.devpayr.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Changes in DevPayr reach the dashboard by webhooks, without a request to DevPayr. */
class LicenseSyncTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final BillingFixture fixture;
    private final DashboardClient dashboard;

    LicenseSyncTest(@TempDir Path folder) {
        fixture = new BillingFixture(folder);
        dashboard = new DashboardClient(fixture.port());
    }

    @BeforeEach
    void sell() throws Exception {
        String payment = PaymentProvider.event(
                "evt-1", "payment.succeeded", fixture.fake.clock().instant(), "D-1");
        assertThat(fixture.provider().deliver(payment).statusCode()).isEqualTo(204);
        assertThat(dashboard.page()).contains("Active");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private License license() {
        return fixture.licenses().get(0);
    }

    private int send(String id, String type, Instant createdAt) throws Exception {
        return fixture.webhooks().send(DevPayrWebhooks.event(id, type, createdAt, fixture.project, license()));
    }

    @Test
    void aRevocationInDevPayrReachesTheDashboard() throws Exception {
        fixture.backend().licenses().revoke(fixture.project, license().id());

        assertThat(send("evt-2", "license.revoked", NOON)).isEqualTo(204);
        assertThat(dashboard.page()).contains("Revoked").doesNotContain("Active");

        assertThat(send("evt-3", "license.reactivated", NOON.plusSeconds(1))).isEqualTo(204);
        assertThat(dashboard.page()).contains("Active").doesNotContain("Revoked");

        assertThat(send("evt-4", "license.deleted", NOON.plusSeconds(2))).isEqualTo(204);
        assertThat(dashboard.page()).contains("None yet");
    }

    /** The emulator signs and sends the webhook, the starter verifies it, and a listener updates the dashboard's table. */
    @Test
    @Timeout(60)
    void aRevocationInTheEmulatorReachesTheDashboard() throws Exception {
        fixture.product.webhook(fixture.webhooks().endpoint(), Secret.of(DevPayrWebhooks.SECRET));

        fixture.backend().licenses().revoke(fixture.project, license().id());

        long start = System.nanoTime();
        while (!dashboard.page().contains("Revoked")) { // the emulator sends webhooks on a thread of its own
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("time until the dashboard shows the revocation")
                    .isLessThan(Duration.ofSeconds(30));
        }
        assertThat(dashboard.page()).doesNotContain("Active");
    }

    @Test
    void rejectsAForgery() throws Exception {
        String event = DevPayrWebhooks.event("evt-2", "license.revoked", NOON, fixture.project, license());

        assertThat(fixture.webhooks().send(event, "a-guessed-secret")).isEqualTo(401);

        assertThat(dashboard.page()).contains("Active");
    }

    @Test
    void theLatestChangeWins() throws Exception {
        send("evt-3", "license.reactivated", NOON.plusSeconds(1));

        assertThat(send("evt-2", "license.revoked", NOON)).isEqualTo(204);

        assertThat(dashboard.page()).contains("Active");
    }

    @Test
    void ignoresOtherProjectsAndLicenses() throws Exception {
        License other = License.builder(99, license().key()).title("Reseller").build();

        assertThat(fixture.webhooks()
                        .send(DevPayrWebhooks.event("evt-2", "license.revoked", NOON, fixture.project + 1, license())))
                .isEqualTo(204);
        assertThat(fixture.webhooks()
                        .send(DevPayrWebhooks.event("evt-3", "license.revoked", NOON, fixture.project, other)))
                .isEqualTo(204);

        assertThat(dashboard.page()).contains("Active");
    }
}
