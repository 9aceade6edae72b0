package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The first check of an application that was away for some time. */
class FirstCheckTest {
    private final GuardFixture fixture = new GuardFixture();

    @Test
    void checksAtOnceIfTheLeaseHasLapsed() {
        fixture.guard().check();
        fixture.time.advance(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));
        LicenseGuard returned = fixture.guard();

        returned.start();
        assertThat(returned.isFirstCheckPending()).isTrue();
        fixture.scheduler.advance(Duration.ZERO);

        assertThat(returned.current()).isInstanceOf(Allowed.class);
        assertThat(returned.isFirstCheckPending()).isFalse();
    }

    @Test
    void checksAtOnceIfTheLeaseIsADenial() {
        fixture.devpayr.markUnpaid();
        fixture.guard().check();
        fixture.devpayr.allow();
        LicenseGuard returned =
                fixture.builder().outagePolicy(OutagePolicy.advisory()).build();

        returned.start();
        fixture.scheduler.advance(Duration.ZERO);

        assertThat(returned.current()).isInstanceOf(Allowed.class);
    }

    @Test
    void delaysTheFirstCheckIfTheLeasePermitsTheApplicationToRun() {
        fixture.guard().check();
        fixture.time.advance(GuardFixture.INTERVAL);
        LicenseGuard returned = fixture.guard();

        returned.start();
        fixture.scheduler.advance(Duration.ofSeconds(14));
        assertThat(fixture.devpayr.requests()).isEqualTo(1);
        fixture.scheduler.advance(Duration.ofSeconds(1));
        assertThat(fixture.devpayr.requests()).isEqualTo(2);
    }

    @Test
    void theFirstVerdictIsThatOfTheFirstCheckIfTheLeaseHasLapsed() {
        fixture.guard().check();
        fixture.time.advance(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));
        LicenseGuard returned = fixture.guard();
        returned.start();

        assertThat(returned.firstVerdict().join()).isInstanceOf(Allowed.class);
    }

    @Test
    void theFirstVerdictIsCachedIfItPermitsTheApplicationToRun() {
        fixture.guard().check();
        LicenseGuard returned = fixture.guard();
        returned.start();

        assertThat(returned.isFirstCheckPending()).isFalse();
        assertThat(returned.firstVerdict().join()).isInstanceOf(Allowed.class);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);
    }

    @Test
    void theFirstVerdictNeedsNoRequestIfAnotherProcessHasCheckedTheLicenseMeanwhile() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        LicenseGuard waiting = fixture.builder().executor(tasks::add).build();
        waiting.start();
        CompletableFuture<Verdict> first = waiting.firstVerdict();
        CompletableFuture<Verdict> second = waiting.firstVerdict();
        fixture.guard().check();

        GuardFixture.runAll(tasks);

        assertThat(first).isCompletedWithValueMatching(Allowed.class::isInstance);
        assertThat(second).isCompletedWithValueMatching(Allowed.class::isInstance);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);
    }

    @Test
    void theFirstVerdictIsCachedAfterAFailedCheck() {
        LicenseGuard guard = fixture.guard();
        fixture.devpayr.becomeUnreachable();

        for (int request = 0; request < 10; request++) {
            assertThat(guard.firstVerdict().join()).isInstanceOf(Unknown.class);
        }

        assertThat(fixture.devpayr.requests()).isEqualTo(1);
    }

    @Test
    void aGuardThatIsNotStartedChecksAgainWhenACheckIsDue() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        LicenseGuard guard = fixture.builder().executor(tasks::add).build();
        guard.firstVerdict();
        GuardFixture.runAll(tasks);
        fixture.time.advance(GuardFixture.INTERVAL);
        fixture.devpayr.deny(DevPayrStub.REVOKED);

        assertThat(guard.firstVerdict()).isCompletedWithValueMatching(Allowed.class::isInstance);
        GuardFixture.runAll(tasks);
        assertThat(guard.firstVerdict()).isCompletedWithValueMatching(Denied.class::isInstance);

        fixture.devpayr.allow();
        assertThat(guard.firstVerdict()).isCompletedWithValueMatching(Denied.class::isInstance);
        fixture.time.advance(GuardFixture.INTERVAL);
        CompletableFuture<Verdict> reactivated = guard.firstVerdict();
        assertThat(reactivated).isNotDone();
        GuardFixture.runAll(tasks);
        assertThat(reactivated).isCompletedWithValueMatching(Allowed.class::isInstance);
        assertThat(fixture.devpayr.requests()).isEqualTo(3);
    }

    @Test
    void aGuardWhoseSchedulerFailsChecksAsIfItWereNotStarted() {
        AtomicBoolean isExhausted = new AtomicBoolean();
        LicenseGuard guard = fixture.builder()
                .scheduler(new ManualScheduler(fixture.time) {
                    @Override
                    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
                        if (isExhausted.get()) {
                            throw new OutOfMemoryError("unable to create native thread");
                        }
                        return super.schedule(command, delay, unit);
                    }
                })
                .build();
        guard.start();
        isExhausted.set(true);
        guard.refresh();
        fixture.time.advance(GuardFixture.INTERVAL);
        fixture.devpayr.deny(DevPayrStub.REVOKED);

        guard.firstVerdict();

        assertThat(guard.current()).isInstanceOf(Denied.class);
        assertThat(guard.nextCheck()).isNull();
    }

    @Test
    void aStartedGuardLeavesDueChecksToItsTimer() {
        LicenseGuard guard = fixture.guard();
        guard.start();
        guard.check();
        fixture.time.advance(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));

        assertThat(guard.firstVerdict()).isCompletedWithValueMatching(Unknown.class::isInstance);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);
    }

    @Test
    void anAdvisoryGuardWaitsForTheFirstCheckOnlyIfNothingIsKnown() {
        LicenseGuard guard =
                fixture.builder().outagePolicy(OutagePolicy.advisory()).build();
        assertThat(guard.isFirstCheckPending()).isTrue();
        guard.check();
        fixture.time.advance(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));
        LicenseGuard returned =
                fixture.builder().outagePolicy(OutagePolicy.advisory()).build();
        returned.start();

        assertThat(returned.current()).isInstanceOf(Unknown.class);
        assertThat(returned.isFirstCheckPending()).isFalse();
    }
}
