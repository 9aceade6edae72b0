package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times of background checks. */
class BackgroundCheckTest {
    private static final int FLEET = 3000;

    private final GuardFixture fixture = new GuardFixture();

    /** Advances time in steps; returns the time of each request, relative to the start. */
    private List<Duration> requests(Duration duration, Duration step) {
        List<Duration> times = new ArrayList<>();
        for (Duration at = step; at.compareTo(duration) <= 0; at = at.plus(step)) {
            int before = fixture.devpayr.requests();
            fixture.scheduler.advance(step);
            for (int i = before; i < fixture.devpayr.requests(); i++) {
                times.add(at);
            }
        }
        return times;
    }

    @ParameterizedTest
    @CsvSource({"0.0, 29", "0.5, 27", "0.999, 26"})
    void sendsAtMostTwentyNineRequestsPerDay(double random, int expected) {
        LicenseGuard guard =
                fixture.builder().random(GuardFixture.always(random)).build();
        guard.start();
        fixture.scheduler.advance(Duration.ofDays(1));

        assertThat(fixture.devpayr.requests()).isEqualTo(expected);
        assertThat(fixture.verdicts).hasSize(1);
    }

    @Test
    void confirmsBeforeTheIntervalEnds() {
        LicenseGuard guard = fixture.builder().random(new Random(7)).build();
        guard.start();
        fixture.scheduler.advance(Duration.ofDays(30));

        assertThat(fixture.verdicts).hasSize(1).first().isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(
                        allowed.source())
                .isEqualTo(Allowed.Source.FRESH));
    }

    @Test
    void spreadsTheFirstChecksOfAFleet() {
        Map<Long, Long> first = seconds(scheduler -> scheduler.delays().get(0));
        Map<Long, Long> second = seconds(scheduler -> {
            int known = scheduler.delays().size();
            scheduler.advance(Duration.ofSeconds(30));
            return scheduler.delays().get(known + 1);
        });

        assertThat(first).hasSizeBetween(29, 31);
        assertThat(first.values()).allMatch(copies -> copies < FLEET / 20);
        assertThat(second)
                .hasSizeBetween(
                        1, 1); // the timer fires at least every five minutes, since the machine may be suspended
    }

    @Test
    void spreadsLaterChecksOverATenthOfTheInterval() {
        RefreshSchedule schedule = new RefreshSchedule(GuardFixture.INTERVAL, new Random(1));
        Map<Long, Integer> seconds = new HashMap<>();
        for (int copy = 0; copy < FLEET; copy++) {
            long wait = schedule.delayAfterResponse();
            assertThat(wait).isBetween(51 * 60_000L, 57 * 60_000L);
            seconds.merge(wait / 1000, 1, Integer::sum);
        }

        assertThat(seconds.values()).allMatch(copies -> copies < FLEET / 100);
    }

    private static Map<Long, Long> seconds(Function<ManualScheduler, Duration> delay) {
        Random random = new Random(42);
        List<Duration> delays = new ArrayList<>();
        for (int copy = 0; copy < FLEET; copy++) {
            GuardFixture one = new GuardFixture();
            one.builder()
                    .outagePolicy(OutagePolicy.advisory()) // the application runs meanwhile
                    .random(random)
                    .build()
                    .start();
            delays.add(delay.apply(one.scheduler));
        }
        return delays.stream().collect(Collectors.groupingBy(Duration::toSeconds, Collectors.counting()));
    }

    @Test
    void backsOffFromOneMinuteToTheInterval() {
        LicenseGuard guard =
                fixture.builder().random(GuardFixture.always(0.999)).build();
        guard.refresh().join();
        guard.start();
        fixture.devpayr.becomeUnreachable();
        fixture.scheduler.advance(Duration.ofMinutes(57));

        List<Duration> times = requests(Duration.ofHours(5), Duration.ofMinutes(1));

        assertThat(times.stream().map(Duration::toMinutes))
                .containsExactly(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L);
        assertThat(guard.current()).isInstanceOf(Allowed.class);
    }

    @Test
    void backoffIsJitteredAndRestartsAfterAResponse() {
        RefreshSchedule schedule = new RefreshSchedule(GuardFixture.INTERVAL, new Random(3));
        for (int i = 0; i < 1000; i++) {
            assertThat(schedule.delayAfterFailure(1, null)).isBetween(30_000L, 60_000L);
            assertThat(schedule.delayAfterFailure(3, null)).isBetween(120_000L, 240_000L);
            assertThat(schedule.delayAfterFailure(1000, null)).isBetween(1_800_000L, 3_600_000L);
        }
        LicenseGuard guard = fixture.guard();
        fixture.devpayr.becomeUnreachable();
        for (int i = 0; i < 5; i++) {
            guard.refresh().join();
        }
        fixture.devpayr.allow();
        guard.refresh().join();
        fixture.devpayr.becomeUnreachable();
        guard.refresh().join();
        guard.start();
        int before = fixture.devpayr.requests();
        fixture.scheduler.advance(Duration.ofSeconds(46));

        assertThat(fixture.devpayr.requests()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"PT20M, 20, 22", "PT0S, 0, 1", "PT1H, 60, 60", "P1000D, 60, 60", "P100000000D, 60, 60"})
    void honorsRetryAfterUpToTheInterval(Duration retryAfter, long leastMinutes, long mostMinutes) {
        LicenseGuard guard = fixture.guard();
        fixture.devpayr.fail(DevPayrStub.status(429, "Too many.", retryAfter));
        guard.refresh().join();
        guard.start();
        fixture.devpayr.allow();

        List<Duration> times = requests(Duration.ofDays(2), Duration.ofMinutes(1));

        assertThat(times.get(0).toMinutes()).isBetween(leastMinutes, mostMinutes);
    }

    @Test
    void aGuardThatIsNotStartedChecksOnDemand() {
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.time.advance(Duration.ofMinutes(50));
        guard.check();
        assertThat(fixture.devpayr.requests()).isEqualTo(1);

        fixture.time.advance(Duration.ofMinutes(10));
        guard.check();
        assertThat(fixture.devpayr.requests()).isEqualTo(2);
        assertThat(fixture.scheduler.pending()).isZero();
    }

    @Test
    void anOutageDoesNotDelayEveryCheck() {
        LicenseGuard guard = fixture.guard();
        fixture.devpayr.becomeUnreachable();
        for (int i = 0; i < 100; i++) {
            assertThat(guard.check()).isInstanceOf(Unknown.class);
        }

        assertThat(fixture.devpayr.requests()).isEqualTo(1);
    }

    @Test
    void aStartedGuardDoesNotBlockALicensedApplication() {
        LicenseGuard guard = fixture.guard();
        guard.check();
        guard.start();
        fixture.time.advance(Duration.ofHours(2));

        assertThat(guard.check()).isInstanceOf(Allowed.class);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);
    }

    @Test
    void checksAgainAfterSuspend() {
        LicenseGuard guard = fixture.guard();
        guard.check();
        guard.start();
        fixture.time.setClock(Duration.ofDays(10)); // the system clock advanced, the monotonic clock did not

        assertThat(guard.current()).isInstanceOf(Unknown.class);
        assertThat(guard.check()).isInstanceOf(Allowed.class);
    }

    @Test
    void checksInTheBackgroundWithinFiveMinutesAfterSuspend() {
        LicenseGuard guard = fixture.guard();
        guard.check();
        guard.start();
        fixture.time.setClock(Duration.ofDays(10));

        fixture.scheduler.advance(Duration.ofMinutes(5));

        assertThat(guard.current()).isInstanceOf(Allowed.class);
    }

    @Test
    void aGlitchOfTheClockDuringAnOutageIsForgotten() {
        LicenseGuard guard = fixture.guard();
        guard.start();
        guard.check();
        fixture.devpayr.becomeUnreachable();
        fixture.scheduler.advance(GuardFixture.INTERVAL);
        fixture.time.setClock(Duration.ofDays(3650));
        assertThat(guard.current()).isInstanceOf(Unknown.class);
        assertThat(guard.refresh().join()).isInstanceOf(Unknown.class); // records the clock
        fixture.scheduler.advance(Duration.ofMinutes(2));
        fixture.time.setClock(Duration.ofDays(-3650));

        assertThat(guard.current()).isInstanceOf(Allowed.class);
        int before = fixture.devpayr.requests();
        fixture.scheduler.advance(GuardFixture.INTERVAL);
        assertThat(fixture.devpayr.requests()).isGreaterThan(before);
        assertThat(guard.nextCheck()).isBefore(fixture.time.instant().plus(GuardFixture.INTERVAL));
        guard.close();
        LicenseGuard restarted = fixture.guard();
        assertThat(restarted.check()).isInstanceOf(Allowed.class);
    }

    @Test
    void settingTheClockBackDoesNotExtendTheGrace() {
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.devpayr.becomeUnreachable();
        fixture.time.advance(Duration.ofDays(2));
        fixture.time.setClock(Duration.ofDays(-2));
        assertThat(guard.current()).isInstanceOf(Allowed.class);

        fixture.time.advance(Duration.ofHours(25).plusSeconds(1));

        assertThat(guard.current()).isInstanceOf(Unknown.class);
    }

    @Test
    void settingTheClockBackBetweenTwoRunsDoesNotExtendTheGrace() {
        LicenseGuard first = fixture.guard();
        first.check();
        fixture.devpayr.becomeUnreachable();
        fixture.time.advance(Duration.ofDays(2));
        first.refresh().join(); // no close: the process was killed
        fixture.time.setClock(Duration.ofDays(-2));

        LicenseGuard second = fixture.guard();
        second.start();

        assertThat(second.current()).isEqualTo(new Unknown(Unknown.Cause.CLOCK_ROLLED_BACK, null));
        assertThat(((Unknown) second.refresh().join()).cause()).isEqualTo(Unknown.Cause.CLOCK_ROLLED_BACK);
    }

    @Test
    void toleratesASmallClockCorrection() {
        LicenseGuard first = fixture.guard();
        first.check();
        first.close();
        fixture.devpayr.becomeUnreachable();
        fixture.time.setClock(Duration.ofMinutes(-4));

        LicenseGuard second = fixture.guard();
        second.start();

        assertThat(second.current()).isInstanceOf(Allowed.class);
    }

    @Test
    void aSmallClockCorrectionDoesNotExtendTheGrace() {
        LicenseGuard first = fixture.guard();
        first.check();
        fixture.devpayr.becomeUnreachable();
        fixture.time.advance(Duration.ofMinutes(62));
        first.close();
        fixture.time.setClock(Duration.ofMinutes(-4));

        LicenseGuard second = fixture.guard();
        second.start();

        assertThat(((Allowed) second.current()).source()).isEqualTo(Allowed.Source.GRACE);
    }

    @Test
    void usesACorrectedClockAfterAResponse() {
        fixture.time.setClock(Duration.ofDays(3650));
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.time.setClock(Duration.ofDays(-3650));
        Allowed allowed = (Allowed) guard.refresh().join();

        assertThat(allowed.confirmedAt()).isEqualTo(fixture.time.instant());
    }

    @Test
    void checksADeniedLicenseAtTheSameInterval() {
        LicenseGuard guard = fixture.guard();
        fixture.devpayr.markUnpaid();
        guard.start();
        fixture.scheduler.advance(Duration.ofMinutes(1));
        assertThat(guard.current()).isInstanceOf(Denied.class);
        fixture.devpayr.allow();

        assertThat(requests(GuardFixture.INTERVAL, Duration.ofMinutes(1))).hasSize(1);
        assertThat(guard.current()).isInstanceOf(Allowed.class);
    }

    @Test
    void backsOffWithoutAnEarlierConfirmation() {
        LicenseGuard guard = fixture.guard();
        fixture.devpayr.becomeUnreachable();
        guard.start();
        for (int failures = 1; failures <= 3; failures++) {
            guard.refresh().join();
        }

        assertThat(guard.nextCheck()).isEqualTo(fixture.time.instant().plus(Duration.ofMinutes(3)));
    }

    @Test
    @Timeout(30)
    void aThreadDoesNotWaitForAnEarlierFailedCheck() throws InterruptedException {
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.devpayr.becomeUnreachable();
        Thread first = new Thread(() -> guard.refresh().join());
        first.start();
        first.join();

        assertThat(guard.refresh().join()).isInstanceOf(Allowed.class);
    }
}
