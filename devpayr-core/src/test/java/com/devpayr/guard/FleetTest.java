package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.spi.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many processes with the same license and a shared lease store. */
class FleetTest {
    private static final int PROCESSES = 20;
    private static final Duration HALF_INTERVAL = GuardFixture.INTERVAL.dividedBy(2);

    private final GuardFixture fixture = new GuardFixture();
    private final Random random = new Random(11);
    private final List<LicenseGuard> fleet =
            Stream.generate(this::newGuard).limit(PROCESSES).toList();

    private LicenseGuard newGuard() {
        return fixture.builder().random(random).build();
    }

    @Test
    void oneProcessChecksForAll() {
        fleet.forEach(LicenseGuard::start);
        fixture.scheduler.advance(Duration.ofDays(1));

        assertThat(fixture.devpayr.requests()).isBetween(24, 29);
        assertThat(fleet).extracting(LicenseGuard::current).allMatch(Allowed.class::isInstance);
        assertThat(fleet)
                .extracting(guard -> ((Allowed) guard.current()).source())
                .doesNotContain(Allowed.Source.GRACE);
    }

    @Test
    void guardsThatAreNotStartedShareTheVerdict() {
        fleet.forEach(LicenseGuard::check);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);

        fixture.time.advance(GuardFixture.INTERVAL);
        fleet.forEach(LicenseGuard::check);
        assertThat(fixture.devpayr.requests()).isEqualTo(2);
    }

    @Test
    void aConfirmationReachesProcessesThatAreOffline() {
        LicenseGuard cutOff = fleet.get(0);
        fixture.devpayr.becomeUnreachable();
        assertThat(cutOff.check()).isInstanceOf(Unknown.class);
        fixture.devpayr.allow();
        fleet.get(1).check();
        fixture.devpayr.becomeUnreachable();

        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(cutOff.check()).isInstanceOf(Allowed.class);
    }

    @Test
    void theConfirmationOfAnotherProcessDoesNotOverturnADenial() {
        LicenseGuard denied = fleet.get(0);
        fixture.devpayr.markUnpaid();
        assertThat(denied.check()).isInstanceOf(Denied.class);
        fixture.devpayr.allow();
        fleet.get(1).check();
        fixture.devpayr.becomeUnreachable();

        fixture.time.advance(GuardFixture.INTERVAL);
        assertThat(denied.check()).isInstanceOf(Denied.class);
    }

    @Test
    void aDenialReachesEveryProcessWithinAnInterval() {
        fleet.forEach(LicenseGuard::start);
        fixture.scheduler.advance(HALF_INTERVAL);
        fixture.devpayr.markUnpaid();
        fleet.get(3).refresh().join();
        fixture.scheduler.advance(HALF_INTERVAL);

        assertThat(fleet).extracting(LicenseGuard::current).allMatch(Denied.class::isInstance);
        assertThat(Objects.requireNonNull(fixture.store.load()).text()).contains("denied=");
    }

    @Test
    void refreshAlwaysSendsARequest() {
        fleet.get(0).check();
        fleet.get(1).refresh().join();

        assertThat(fixture.devpayr.requests()).isEqualTo(2);
    }

    @Test
    void anOlderLeaseIsIgnored() {
        LicenseGuard guard = fleet.get(0);
        guard.check();
        Lease older = Objects.requireNonNull(fixture.store.load());
        fixture.time.advance(HALF_INTERVAL);
        guard.refresh().join();
        fixture.store.save(older);
        fixture.devpayr.becomeUnreachable();
        fixture.time.advance(GuardFixture.INTERVAL.minusMinutes(4));

        assertThat(guard.check())
                .isEqualTo(guard.current())
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.source()).isEqualTo(Allowed.Source.FRESH));
    }

    @Test
    void nextCheckIsKnownWhileTheGuardIsStarted() {
        LicenseGuard guard = fleet.get(0);
        guard.check();
        assertThat(guard.nextCheck()).isNull();
        guard.start();
        assertThat(Duration.between(fixture.time.instant(), guard.nextCheck()))
                .isBetween(Duration.ofMinutes(51), Duration.ofMinutes(57));
        fixture.time.advance(GuardFixture.INTERVAL);
        assertThat(guard.nextCheck()).isEqualTo(fixture.time.instant());
        guard.close();
        assertThat(guard.nextCheck()).isNull();
    }
}
