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

/** Many copies of one license that share a lease store. */
class FleetTest {
    private static final int COPIES = 20;
    private static final Duration HALF_INTERVAL = GuardFixture.INTERVAL.dividedBy(2);

    private final GuardFixture stage = new GuardFixture();
    private final Random random = new Random(11);
    private final List<LicenseGuard> fleet =
            Stream.generate(this::copy).limit(COPIES).toList();

    private LicenseGuard copy() {
        return stage.builder().random(random).build();
    }

    @Test
    void oneCopyAsksForAll() {
        fleet.forEach(LicenseGuard::start);
        stage.scheduler.advance(Duration.ofDays(1));

        assertThat(stage.devpayr.requests()).isBetween(24, 29);
        assertThat(fleet).extracting(LicenseGuard::current).allMatch(Allowed.class::isInstance);
        assertThat(fleet)
                .extracting(guard -> ((Allowed) guard.current()).source())
                .doesNotContain(Allowed.Source.GRACE);
    }

    @Test
    void copiesThatAreNotStartedShareTheAnswerToo() {
        fleet.forEach(LicenseGuard::check);
        assertThat(stage.devpayr.requests()).isEqualTo(1);

        stage.time.advance(GuardFixture.INTERVAL);
        fleet.forEach(LicenseGuard::check);
        assertThat(stage.devpayr.requests()).isEqualTo(2);
    }

    @Test
    void oneThatReachesDevPayrHelpsThoseThatDoNot() {
        LicenseGuard cutOff = fleet.get(0);
        stage.devpayr.disappear();
        assertThat(cutOff.check()).isInstanceOf(Unknown.class);
        stage.devpayr.allow();
        fleet.get(1).check();
        stage.devpayr.disappear();

        stage.time.advance(Duration.ofMinutes(1));
        assertThat(cutOff.check()).isInstanceOf(Allowed.class);
    }

    @Test
    void anotherCopysYesDoesNotTakeBackANo() {
        LicenseGuard denied = fleet.get(0);
        stage.devpayr.owe();
        assertThat(denied.check()).isInstanceOf(Denied.class);
        stage.devpayr.allow();
        fleet.get(1).check();
        stage.devpayr.disappear();

        stage.time.advance(GuardFixture.INTERVAL);
        assertThat(denied.check()).isInstanceOf(Denied.class);
    }

    @Test
    void aNoReachesEveryCopyWithinAnInterval() {
        fleet.forEach(LicenseGuard::start);
        stage.scheduler.advance(HALF_INTERVAL);
        stage.devpayr.owe();
        fleet.get(3).refresh().join();
        stage.scheduler.advance(HALF_INTERVAL);

        assertThat(fleet).extracting(LicenseGuard::current).allMatch(Denied.class::isInstance);
        assertThat(stage.store.load()).isNull();
    }

    @Test
    void whoeverIsAskedToAskDoes() {
        fleet.get(0).check();
        fleet.get(1).refresh().join();

        assertThat(stage.devpayr.requests()).isEqualTo(2);
    }

    @Test
    void anOlderLeaseIsNoNews() {
        LicenseGuard guard = fleet.get(0);
        guard.check();
        Lease older = Objects.requireNonNull(stage.store.load());
        stage.time.advance(HALF_INTERVAL);
        guard.refresh().join();
        stage.store.save(older);
        stage.devpayr.disappear();
        stage.time.advance(GuardFixture.INTERVAL.minusMinutes(4));

        assertThat(guard.check())
                .isEqualTo(guard.current())
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.source()).isEqualTo(Allowed.Source.FRESH));
    }

    @Test
    void theNextCheckIsKnownWhileItIsStarted() {
        LicenseGuard guard = fleet.get(0);
        guard.check();
        assertThat(guard.nextCheck()).isNull();
        guard.start();
        assertThat(Duration.between(stage.time.instant(), guard.nextCheck()))
                .isBetween(Duration.ofMinutes(51), Duration.ofMinutes(57));
        stage.time.advance(GuardFixture.INTERVAL);
        assertThat(guard.nextCheck()).isEqualTo(stage.time.instant());
        guard.close();
        assertThat(guard.nextCheck()).isNull();
    }
}
