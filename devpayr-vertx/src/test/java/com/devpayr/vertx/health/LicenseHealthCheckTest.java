package com.devpayr.vertx.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import com.devpayr.operation.Operation;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseHealthCheckTest {
    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final FakeLicense license = platform.project("Acme").paid().license("Pro");
    private final Vertx vertx = Vertx.vertx();
    private final VertxDevPayr devpayr = VertxDevPayr.create(
            vertx,
            DevPayrConfig.builder()
                    .baseUrl(emulator.baseUrl())
                    .licenseKey(license.key().reveal())
                    .domain("shop.example.com")
                    .build());

    @AfterEach
    void close() {
        devpayr.close();
        vertx.close().await();
        emulator.close();
    }

    private LicenseGuard guard(OutagePolicy policy) {
        return LicenseGuard.builder(devpayr.async())
                .application("acme-photos")
                .leaseStore(LeaseStore.memory())
                .outagePolicy(policy)
                .build();
    }

    private CheckResult check(LicenseGuard guard) {
        // <health>
        HealthChecks checks = HealthChecks.create(vertx).register("devpayr", LicenseHealthCheck.create(guard));
        // </health>
        return checks.checkStatus("devpayr").await();
    }

    private static JsonObject data(String verdict, String reason) {
        return new JsonObject().put("verdict", verdict).put("reason", reason);
    }

    @Test
    void isUpBeforeTheFirstCheckAndSendsNoRequest() {
        try (LicenseGuard guard = guard(OutagePolicy.failClosed())) {
            CheckResult result = check(guard);

            assertThat(result.getUp()).isTrue();
            assertThat(result.getData()).isEqualTo(data("unknown", "not-checked"));
            assertThat(platform.requests()).isEmpty();
        }
    }

    @Test
    void followsTheVerdict() {
        try (LicenseGuard guard = guard(OutagePolicy.failClosed())) {
            guard.check();
            assertThat(check(guard).getUp()).isTrue();
            assertThat(check(guard).getData()).isEqualTo(data("allowed", "fresh"));

            license.revoked();
            guard.refresh().join();
            assertThat(check(guard).getUp()).isFalse();
            assertThat(check(guard).getData()).isEqualTo(data("denied", "revoked"));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void isUpInAnOutageIfTheApplicationMayRun(boolean advisory, boolean up) {
        platform.stubNext(Operation.PAYMENT_CHECK, StubResponse.of(503).times(9));
        try (LicenseGuard guard = guard(advisory ? OutagePolicy.advisory() : OutagePolicy.failClosed())) {
            guard.refresh().join();

            CheckResult result = check(guard);
            assertThat(result.getUp()).isEqualTo(up);
            assertThat(result.getData().getString("verdict")).isEqualTo("unknown");
        }
    }
}
