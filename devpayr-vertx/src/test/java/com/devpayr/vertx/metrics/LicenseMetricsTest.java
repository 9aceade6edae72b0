package com.devpayr.vertx.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.vertx.VertxDevPayr;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the gauges of a license guard. */
@Timeout(60)
class LicenseMetricsTest {
    private static final Duration AGE = Duration.ofMinutes(10);

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final FakeLicense license = platform.project("Acme").paid().license("Pro");
    private final VertxDevPayr devpayr = VertxDevPayr.create(DevPayrConfig.builder()
            .baseUrl(emulator.baseUrl())
            .licenseKey(license.key().reveal())
            .domain("shop.example.com")
            .build());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        devpayr.close();
        emulator.close();
    }

    /** Returns a guard to which every confirmation seems to be ten minutes old. */
    private LicenseGuard guard(OutagePolicy policy) {
        return LicenseGuard.builder(devpayr.async())
                .application("acme-photos")
                .leaseStore(LeaseStore.memory())
                .clock(Clock.offset(Clock.systemUTC(), AGE.negated()))
                .outagePolicy(policy)
                .build();
    }

    @Test
    void ageIsTheTimeSinceTheConfirmation() {
        try (LicenseGuard guard = guard(OutagePolicy.failClosed());
                LicenseMetrics metrics = LicenseMetrics.create(guard, Tags.of("tenant", "acme"), registry)) {
            assertThat(metrics).isNotNull();
            assertThat(age(TimeUnit.SECONDS)).isNaN();

            guard.check();

            assertThat(age(TimeUnit.SECONDS)).isBetween(600.0, 660.0);
            license.revoked();
            guard.refresh().join();
            assertThat(age(TimeUnit.SECONDS)).isNaN();
        }
        assertThat(registry.getMeters()).isEmpty();
    }

    private double age(TimeUnit unit) {
        return registry.get("devpayr.license.confirmation.age")
                .tag("tenant", "acme")
                .timeGauge()
                .value(unit);
    }

    @Test
    void oneVerdictIsSetAtATime() {
        try (LicenseGuard guard = guard(OutagePolicy.advisory());
                LicenseMetrics metrics = LicenseMetrics.create(guard, Tags.empty(), registry)) {
            assertThat(metrics).isNotNull();
            assertThat(verdicts()).isEqualTo(Map.of("unknown", 1.0, "allowed", 0.0, "denied", 0.0));
            assertThat(permitted()).isEqualTo(1);

            guard.check();
            assertThat(verdicts()).isEqualTo(Map.of("unknown", 0.0, "allowed", 1.0, "denied", 0.0));
            assertThat(permitted()).isEqualTo(1);

            license.revoked();
            guard.refresh().join();
            assertThat(verdicts()).isEqualTo(Map.of("unknown", 0.0, "allowed", 0.0, "denied", 1.0));
            assertThat(permitted()).isZero();
        }
    }

    private Map<String, Double> verdicts() {
        return Map.of("unknown", verdict("unknown"), "allowed", verdict("allowed"), "denied", verdict("denied"));
    }

    private double verdict(String name) {
        return registry.get("devpayr.license.verdict")
                .tag("verdict", name)
                .gauge()
                .value();
    }

    private double permitted() {
        return registry.get("devpayr.license.permitted").gauge().value();
    }
}
