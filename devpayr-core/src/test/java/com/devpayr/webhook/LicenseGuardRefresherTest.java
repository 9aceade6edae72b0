package com.devpayr.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import com.devpayr.secret.LicenseKey;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import com.devpayr.spi.LeaseStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LicenseGuardRefresherTest {
    private static final String KEY = "0197a0b1-5f00-7000-8000-00000000cafe";
    private static final String OTHER_KEY = "0197a0b1-5f00-7000-8000-00000000beef";

    private final DevPayrConfig config =
            DevPayrConfig.builder().licenseKey(KEY).domain("shop.example.com").build();
    private final Queue<Runnable> scheduled = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private long nanos;
    private int checks;
    private final LicenseGuard guard = LicenseGuard.builder(DevPayr.create(config, new CallTransport() {
                @Override
                public Object call(Operation operation, List<Object> arguments, CallContext context) {
                    checks++;
                    return PaymentStatus.builder(true).build();
                }

                @Override
                public void close() {}
            }))
            .application("acme")
            .leaseStore(LeaseStore.memory())
            .executor(Runnable::run)
            .build();
    private final LicenseGuardRefresher refresher = LicenseGuardRefresher.create(
            guard,
            config,
            (task, delay) -> {
                scheduled.add(task);
                delays.add(delay);
            },
            () -> nanos);

    private static WebhookEvent ofLicense(String key) {
        return WebhookEvent.builder("evt-1", WebhookEventType.LICENSE_REVOKED)
                .license(License.builder(3, LicenseKey.of(key)).projectId(7L).build())
                .build();
    }

    private static WebhookEvent ofProject(long id) {
        return WebhookEvent.builder("evt-1", WebhookEventType.PROJECT_UNPAID)
                .project(Project.builder(id, "Acme", "acme").build())
                .build();
    }

    private void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    @Test
    void checksOnAnEventOfItsLicense() {
        refresher.accept(ofLicense(KEY));

        assertThat(checks).isEqualTo(1);
    }

    @Test
    void ignoresEventsOfOtherLicenses() {
        refresher.accept(ofLicense(OTHER_KEY));

        assertThat(checks).isZero();
    }

    @Test
    void checksOnEventsThatIdentifyNoLicense() {
        refresher.accept(
                WebhookEvent.builder("evt-1", WebhookEventType.LICENSE_DELETED).build());

        assertThat(checks).isEqualTo(1);
    }

    @Test
    void ignoresEventsOfOtherProjectsIfConfigured() {
        LicenseGuardRefresher ofSeven = refresher.withProject(7);

        ofSeven.accept(ofProject(8));
        assertThat(checks).isZero();
        ofSeven.accept(ofProject(7));
        assertThat(checks).isEqualTo(1);
        advance(Duration.ofSeconds(5));
        refresher.accept(ofProject(8));
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void checksAtMostOnceInFiveSecondsAndAfterTheLastEvent() {
        refresher.accept(ofLicense(KEY));
        advance(Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            refresher.accept(ofLicense(KEY));
        }
        assertThat(checks).isEqualTo(1);
        assertThat(delays).containsExactly(Duration.ofSeconds(3));

        advance(Duration.ofSeconds(3));
        scheduled.remove().run();
        assertThat(checks).isEqualTo(2);

        advance(Duration.ofSeconds(4));
        refresher.accept(ofLicense(KEY));
        assertThat(checks).isEqualTo(2);
        assertThat(delays).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(1));
    }

    @Test
    void withoutALicenseKeyNoLicenseIsItsOwn() {
        DevPayrConfig backend = DevPayrConfig.builder()
                .apiKey("gk_1")
                .domain("shop.example.com")
                .build();
        LicenseGuardRefresher unlicensed = LicenseGuardRefresher.create(guard, backend);

        unlicensed.accept(ofLicense(KEY));

        assertThat(checks).isZero();
    }
}
