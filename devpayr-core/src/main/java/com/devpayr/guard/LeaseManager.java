package com.devpayr.guard;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LeaseCodec.Opened;
import com.devpayr.guard.Verdict.Unknown.Cause;
import com.devpayr.operation.Operation;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the lease in its store. A store or a configuration that fails costs the copy what it would have remembered, and
 * nothing else. One thread at a time.
 */
final class LeaseManager {
    /** Clocks of machines that share a store differ a little, and are set right by a little. */
    private static final long CLOCK_TOLERANCE = Duration.ofMinutes(5).toMillis();

    private final Function<LeaseCodec, LeaseStore> place;
    private final DevPayrConfig config;
    private final String application;
    private final PaymentScope scope;
    private final Consumer<RuntimeException> failures;
    private @Nullable LeaseStore store;
    private @Nullable Lease known;
    private boolean owesErasure;

    /** @param place chooses the store, once it is known whose lease it will be */
    LeaseManager(
            Function<LeaseCodec, LeaseStore> place,
            DevPayrConfig config,
            String application,
            PaymentScope scope,
            Consumer<RuntimeException> failures) {
        this.place = place;
        this.config = config;
        this.application = application;
        this.scope = scope;
        this.failures = failures;
    }

    /** What an earlier process left; no more than its flaw when it counts as none, and null when there is none. */
    @Nullable
    Opened recall(long now) {
        try {
            LeaseCodec seal = seal();
            Lease lease = store(seal).load();
            return lease == null ? null : remember(lease, judge(seal.open(lease), now));
        } catch (RuntimeException failure) {
            failures.accept(failure);
            return null;
        }
    }

    private Opened remember(Lease lease, Opened opened) {
        known = opened.confirmation() == null ? null : lease;
        return opened;
    }

    private static Opened judge(Opened opened, long now) {
        LeasePayload confirmation = opened.confirmation();
        boolean rolledBack = confirmation != null
                && Math.max(confirmation.confirmedAt(), confirmation.seenAt()) > now + CLOCK_TOLERANCE;
        return rolledBack ? new Opened(null, Cause.CLOCK_ROLLED_BACK) : opened;
    }

    void keep(LeasePayload confirmation) {
        owesErasure = false;
        attempt(() -> {
            LeaseCodec seal = seal();
            Lease lease = seal.seal(confirmation);
            store(seal).save(lease);
            known = lease;
        });
    }

    /** Notes how far the clock has come, unless the lease was replaced or erased by another process. */
    void see(LeasePayload confirmation) {
        Lease before = known;
        if (before == null) {
            return;
        }
        attempt(() -> {
            LeaseCodec seal = seal();
            Lease lease = seal.seal(confirmation);
            if (store(seal).compareAndSet(before, lease)) {
                known = lease;
            }
        });
    }

    void erase() {
        known = null;
        owesErasure = !attempt(() -> store(seal()).delete());
    }

    /** Tries again what the store refused to do. */
    void eraseIfOwed() {
        if (owesErasure) {
            erase();
        }
    }

    private LeaseCodec seal() {
        return new LeaseCodec(
                config.credential(Operation.PAYMENT_CHECK),
                new LeaseSubject(application, config.domain().value(), scope));
    }

    private LeaseStore store(LeaseCodec seal) {
        LeaseStore chosen = store;
        if (chosen == null) {
            chosen = place.apply(seal);
            store = chosen;
        }
        return chosen;
    }

    private boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException failure) {
            failures.accept(failure);
            return false;
        }
    }
}
