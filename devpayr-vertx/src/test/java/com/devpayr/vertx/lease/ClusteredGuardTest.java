package com.devpayr.vertx.lease;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Allowed.Source;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.ManualScheduler;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guards on the nodes of a cluster, which share license checks. */
@Timeout(60)
class ClusteredGuardTest {
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int NODES = 3;
    private static final int INTERVALS = 24;

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final FakeLicense license = platform.project("Acme").paid().license("Pro");
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final ManualScheduler time = new ManualScheduler(platform.clock());
    private final Cluster cluster = new Cluster();

    @AfterEach
    void close() {
        cluster.close();
        emulator.close();
    }

    /** Uses the blocking client, so that each check completes before time advances. */
    private LicenseGuard guard(Vertx vertx) {
        DevPayrConfig config = DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .licenseKey(license.key().reveal())
                .domain("shop.example.com")
                .build();
        VertxDevPayr devpayr = VertxDevPayr.create(vertx, config);
        LicenseGuard guard = LicenseGuard.builder(devpayr.blocking())
                .application("acme-photos")
                .leaseStore(leaseName -> VertxLeaseStore.create(vertx, leaseName))
                .checkInterval(INTERVAL)
                .clock(platform.clock())
                .scheduler(time)
                .executor(time)
                .build();
        guard.start();
        return guard;
    }

    @Test
    void theClusterChecksOncePerInterval() {
        LicenseGuard[] guards = new LicenseGuard[NODES];
        for (int node = 0; node < NODES; node++) {
            guards[node] = guard(cluster.join());
        }

        time.advance(INTERVAL.multipliedBy(INTERVALS));

        int asked = platform.requests().size();
        System.out.printf("%d nodes, %d intervals: DevPayr was asked %d times%n", NODES, INTERVALS, asked);
        assertThat(asked).isBetween(INTERVALS, INTERVALS * 100 / 85 + 1);
        assertThat(guards).allSatisfy(guard -> assertThat(((Allowed) guard.current()).source())
                .isNotEqualTo(Source.GRACE));
    }

    @Test
    void aJoiningNodeUsesTheLeaseImmediately() {
        guard(cluster.join());
        time.advance(Duration.ofMinutes(10));

        LicenseGuard late = guard(cluster.join());

        assertThat(late.current()).isInstanceOf(Allowed.class);
        assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void theLeaseSurvivesTheLossOfANode() {
        Vertx asked = cluster.join();
        guard(asked);
        Vertx other = cluster.join();
        time.advance(Duration.ofMinutes(10));

        cluster.crash(asked);
        emulator.close();
        LicenseGuard survivor = guard(other);

        assertThat(survivor.current()).isInstanceOf(Allowed.class);
        assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void aDenialReachesEveryNodeWithinAnInterval() {
        LicenseGuard first = guard(cluster.join());
        LicenseGuard second = guard(cluster.join());
        time.advance(Duration.ofMinutes(10));

        license.revoked();
        time.advance(INTERVAL);

        assertThat(first.current()).isInstanceOf(Denied.class);
        assertThat(second.current()).isInstanceOf(Denied.class);
    }
}
