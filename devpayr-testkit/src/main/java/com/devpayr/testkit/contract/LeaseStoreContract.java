package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.ManualScheduler;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link LeaseStore}, tested directly and through a license guard. Run it for a store by extending
 * this class.
 *
 * <pre>{@code
 * class RedisLeaseStoreTest extends LeaseStoreContract {
 *     protected LeaseStore store() {
 *         return new RedisLeaseStore(redis, "acme-photos");
 *     }
 * }
 * }</pre>
 */
public abstract class LeaseStoreContract {
    private static final Lease FIRST = new Lease("first\n");
    private static final Lease SECOND = new Lease("second\n");

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();

    /** Constructor for subclasses. */
    protected LeaseStoreContract() {}

    /** Returns the store under test. It is empty at the start of a test; all stores of one test share their content. */
    protected abstract LeaseStore store();

    @Test
    public void loadsTheLastSavedLeaseUntilItIsDeleted() {
        LeaseStore store = store();
        assertThat(store.load()).isNull();

        store.save(FIRST);
        store.save(SECOND);
        assertThat(store().load()).isEqualTo(SECOND);

        store.delete();
        store.delete();
        assertThat(store().load()).isNull();
    }

    @Test
    public void storesTheLongestLeaseUnchanged() {
        Lease longest = new Lease("=\n".repeat(Lease.MAX_LENGTH / 2));
        store().save(longest);

        assertThat(store().load()).isEqualTo(longest);
    }

    @Test
    public void compareAndSetKeepsAnUnexpectedLease() {
        LeaseStore store = store();
        store.save(FIRST);

        assertThat(store.compareAndSet(SECOND, FIRST)).isFalse();
        assertThat(store.load()).isEqualTo(FIRST);
    }

    /** A store without an atomic replacement must leave the lease unchanged and return false. */
    @Test
    public void compareAndSetReportsWhetherItReplacedTheLease() {
        LeaseStore store = store();
        store.save(FIRST);

        assertThat(store.compareAndSet(FIRST, SECOND)).isEqualTo(SECOND.equals(store.load()));
    }

    @Test
    public void compareAndSetDoesNotRestoreADeletedLease() {
        LeaseStore store = store();
        store.save(FIRST);
        store.delete();

        assertThat(store.compareAndSet(FIRST, SECOND)).isFalse();
        assertThat(store.load()).isNull();
    }

    @Test
    public void restartedApplicationUsesTheStoredLease() {
        DevPayrConfig config =
                application(fake.project("Acme").paid().license("Pro").key().reveal());

        assertThat(ask(config)).isInstanceOf(Verdict.Allowed.class);
        assertThat(ask(config)).isInstanceOf(Verdict.Allowed.class);

        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    public void denialReplacesTheLeaseAndSurvivesARestartDuringAnOutage() {
        FakeLicense license = fake.project("Acme").paid().license("Pro");
        DevPayrConfig config = application(license.key().reveal());
        ask(config);
        assertThat(store().load()).isNotNull();

        license.revoked();
        fake.clock().advance(Duration.ofHours(1));

        assertThat(ask(config)).isInstanceOf(Verdict.Denied.class);
        fake.stubNext(Operation.PAYMENT_CHECK, StubResponse.disconnect().times(2));
        assertThat(ask(config)).isInstanceOf(Verdict.Denied.class);
        assertThat(ask(config)).isInstanceOf(Verdict.Denied.class);

        license.reactivated();
        assertThat(ask(config)).isInstanceOf(Verdict.Allowed.class);
        fake.stubNext(Operation.PAYMENT_CHECK, StubResponse.disconnect());
        assertThat(ask(config)).isInstanceOf(Verdict.Allowed.class);
    }

    private static DevPayrConfig application(String licenseKey) {
        return DevPayrConfig.builder()
                .licenseKey(licenseKey)
                .domain("shop.example.com")
                .build();
    }

    private Verdict ask(DevPayrConfig config) {
        ManualScheduler time = new ManualScheduler(fake.clock());
        try (DevPayr devpayr = fake.connect(config);
                LicenseGuard guard = LicenseGuard.builder(devpayr)
                        .application("acme-photos")
                        .leaseStore(store())
                        .clock(fake.clock())
                        .scheduler(time)
                        .executor(time)
                        .build()) {
            return guard.check();
        }
    }
}
