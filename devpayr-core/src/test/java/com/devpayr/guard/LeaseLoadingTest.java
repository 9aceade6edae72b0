package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Allowed.Source;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.guard.Verdict.Unknown.Cause;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Loading the lease of an earlier process. */
class LeaseLoadingTest {
    private final GuardFixture fixture = new GuardFixture();

    @Test
    void aRecentLeaseNeedsNeitherARequestNorAThread() {
        fixture.guard().check();
        LicenseGuard restarted = fixture.builder()
                .executor(task -> {
                    throw new AssertionError("there is nothing to ask");
                })
                .build();

        Verdict verdict = restarted.check();

        assertThat(verdict)
                .isEqualTo(fixture.verdicts.get(1))
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.source()).isEqualTo(Source.CACHED));
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
    void aDenialDeletesTheLeaseOnce() {
        AtomicInteger erasures = new AtomicInteger();
        fixture.store = new Counting(LeaseStore.memory(), erasures);
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.devpayr.markUnpaid();
        guard.refresh().join();
        fixture.devpayr.becomeUnreachable();
        guard.refresh().join();

        assertThat(erasures).hasValue(1);
    }

    private record Counting(LeaseStore kept, AtomicInteger erasures) implements LeaseStore {
        @Override
        public @Nullable Lease load() {
            return kept.load();
        }

        @Override
        public void save(Lease lease) {
            kept.save(lease);
        }

        @Override
        public boolean compareAndSet(Lease expected, Lease lease) {
            return kept.compareAndSet(expected, lease);
        }

        @Override
        public void delete() {
            erasures.incrementAndGet();
            kept.delete();
        }
    }
}
