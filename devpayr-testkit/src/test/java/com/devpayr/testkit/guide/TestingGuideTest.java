package com.devpayr.testkit.guide;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.project.ProjectDraft;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.PlatformSnapshot;
import com.devpayr.testkit.junit.DevPayrExtension;
import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/testing.md}. */
class TestingGuideTest {
    // <extension>
    @RegisterExtension
    final DevPayrExtension devpayr = DevPayrExtension.inMemory(); // or .create(FeignDevPayr::create)

    @Test
    void revokedLicenseIsDenied(InMemoryDevPayr fake, DevPayr backend) {
        FakeProject acme = fake.project("Acme").paid();
        FakeLicense jane = acme.license("Jane");
        DevPayr application = devpayr.application(jane);

        backend.licenses().revoke(acme.id(), jane.id());

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> application.runtime().checkPayment(PaymentQuery.ofProject()));
        assertThat(fake).received(Operation.LICENSE_REVOKE).once().withStatus(200);
    }
    // </extension>

    @Test
    void time(InMemoryDevPayr fake) {
        // <time>
        FakeLicense trial = fake.project("Acme")
                .paid()
                .license("Trial")
                .expiresAt(fake.clock().instant().plus(Duration.ofDays(14)));
        DevPayr application = devpayr.application(trial);

        fake.clock().advance(Duration.ofDays(14));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> application.runtime().checkPayment(PaymentQuery.ofProject()));
        // </time>
    }

    @Test
    void faults(InMemoryDevPayr fake, DevPayr backend) {
        // <faults>
        FakeProject acme = fake.project("Acme");
        LicenseDraft draft = LicenseDraft.builder("Jane").build();

        fake.stubNext(
                Operation.LICENSE_CREATE,
                StubResponse.of(503).header("Retry-After", "7").times(2));
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect().afterProcessing());

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> backend.licenses().create(acme.id(), draft));
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> backend.licenses().create(acme.id(), draft));
        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> backend.licenses().create(acme.id(), draft));
        assertThat(backend.licenses().listAll(acme.id())).hasSize(1); // the license was created
        // </faults>
    }

    @Test
    void limits(InMemoryDevPayr fake, DevPayr backend) {
        FakeProject acme = fake.project("Acme");
        // <limits>
        fake.setRateLimit(1, Duration.ofMinutes(1));
        backend.projects().get(acme.id());
        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> backend.projects().get(acme.id()))
                .satisfies(wait -> assertThat(wait.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
        fake.removeRateLimit();

        fake.cacheReads(true); // single reads may be 15 minutes old
        backend.projects().get(acme.id());
        acme.paid();
        assertThat(backend.projects().get(acme.id()).hasPaid()).isFalse();
        // </limits>
    }

    @Test
    void keys(InMemoryDevPayr fake) {
        // <keys>
        var ci = fake.newApiKey("CI").scopes(Scope.LICENSES_WRITE).create();
        var successor = ci.key().rotate(Duration.ofHours(1)); // both work for an hour
        ci.key().revoke();
        // </keys>
        assertThat(successor.key().lastUsedAt()).isNull();
    }

    @Test
    void snapshots(InMemoryDevPayr fake, DevPayr backend) {
        // <snapshots>
        PlatformSnapshot before = fake.snapshot();
        backend.projects().create(ProjectDraft.builder("Mistake").build());
        fake.restore(before);
        // </snapshots>
        assertThat(fake.snapshot().json()).doesNotContain("Mistake");
    }

    /** The application's own code that receives webhooks. */
    private interface Receiver {
        void handle(Map<String, String> headers, byte[] body);
    }

    @Test
    void webhooks(InMemoryDevPayr fake) {
        List<String> events = new ArrayList<>();
        Receiver receiver = (headers, body) -> events.add(headers.getOrDefault("X-Devpayr-Event", ""));
        Secret secret = Secret.of("a webhook secret");
        // <webhooks>
        FakeProject acme = fake.project("Acme").webhook("https://acme.example/hook", secret);
        fake.onWebhook(webhook -> receiver.handle(webhook.headers(), webhook.body()));

        acme.license("Pro").revoked(); // license.created, license.revoked
        // </webhooks>
        assertThat(events).containsExactly("license.created", "license.revoked");
    }

    @Test
    void emulatorServesTheSamePlatform(InMemoryDevPayr fake, DevPayrEmulator emulator) {
        assertThat(fake).receivedNothing();
        assertThat(emulator.baseUrl()).startsWith("http://127.0.0.1:");
    }
}
