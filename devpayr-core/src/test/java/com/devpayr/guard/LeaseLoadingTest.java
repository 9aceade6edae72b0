package com.devpayr.guard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Allowed.Source;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.guard.Verdict.Unknown.Cause;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Loading the lease of an earlier process. */
class LeaseLoadingTest {
    private final GuardFixture fixture = new GuardFixture();

    @Test
    void aRecentLeaseNeedsNeitherARequestNorAThread() {
        fixture.guard().check();
        List<Runnable> tasks = new ArrayList<>();
        LicenseGuard restarted = fixture.builder()
                .executor(task -> {
                    tasks.add(task);
                    task.run();
                })
                .build();

        Verdict verdict = restarted.check();

        assertThat(verdict)
                .isEqualTo(fixture.verdicts.get(1))
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.source()).isEqualTo(Source.CACHED));
        assertThat(tasks).isEmpty();
    }

    @Test
    void aLeaseDamagedAtRunTimeDoesNotAffectTheVerdict() {
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.store.save(new Lease("rubbish"));
        fixture.devpayr.becomeUnreachable();

        assertThat(guard.refresh().join()).isInstanceOf(Allowed.class);
    }

    @Test
    void aClockThatLagsByFiveMinutesIsTolerated() {
        fixture.guard().check();
        fixture.time.setClock(Duration.ofMinutes(-5));
        assertThat(fixture.guard().check()).isInstanceOf(Allowed.class);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);

        fixture.time.setClock(Duration.ofMillis(-1));
        fixture.devpayr.becomeUnreachable();
        assertThat(fixture.guard().check()).isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.cause())
                .isEqualTo(Cause.CLOCK_ROLLED_BACK));
    }

    @Test
    void aDenialThatCannotBeSavedDeletesTheLease() {
        AtomicBoolean full = new AtomicBoolean();
        LeaseStore memory = LeaseStore.memory();
        fixture.store = new HookedStore(memory, () -> {
            if (full.get()) {
                throw new IllegalStateException("the disk is full");
            }
        });
        LicenseGuard guard = fixture.guard();
        guard.check();
        full.set(true);
        fixture.devpayr.markUnpaid();

        guard.refresh().join();

        assertThat(memory.load()).isNull();
        assertThat(fixture.storeFailures).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStoredDenialDoesNotOverturnALaterConfirmation() {
        fixture.devpayr.markUnpaid();
        fixture.guard().check();
        Lease denial = requireNonNull(fixture.store.load());
        fixture.devpayr.allow();
        fixture.time.advance(GuardFixture.INTERVAL);
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.store.save(denial);
        fixture.devpayr.becomeUnreachable();
        fixture.time.advance(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));

        assertThat(guard.check()).isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.cause())
                .isEqualTo(Cause.GRACE_EXPIRED));
    }

    @Test
    void theDenialOfAnotherProcessCountsOnceTheConfirmationHasLapsed() {
        LicenseGuard offline = fixture.guard();
        offline.check();
        fixture.time.advance(GuardFixture.INTERVAL);
        fixture.devpayr.deny(DevPayrStub.REVOKED);
        fixture.guard().refresh().join();
        fixture.devpayr.becomeUnreachable();

        assertThat(offline.check()).isInstanceOf(Allowed.class);
        fixture.time.advance(GuardFixture.GRACE);
        assertThat(offline.check()).isInstanceOf(Denied.class);
    }

    @Test
    void aStoredDenialIsCheckedAtOnceAndReplacedByAConfirmation() {
        fixture.devpayr.markUnpaid();
        fixture.guard().check();
        fixture.devpayr.allow();

        assertThat(fixture.guard().check()).isInstanceOf(Allowed.class);
        fixture.devpayr.becomeUnreachable();
        assertThat(fixture.guard().check()).isInstanceOf(Allowed.class);
    }
}
