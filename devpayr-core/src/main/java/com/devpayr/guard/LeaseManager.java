package com.devpayr.guard;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LeaseCodec.Decoded;
import com.devpayr.guard.Verdict.Unknown.Cause;
import com.devpayr.operation.Operation;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the lease of one guard. Failures of the store or the configuration are reported and otherwise ignored:
 * the guard then continues without persisting the lease. Must not be called concurrently.
 */
final class LeaseManager {
    /** Tolerance for small differences between the clocks of machines that share a store, and for clock corrections. */
    private static final long CLOCK_TOLERANCE = Duration.ofMinutes(5).toMillis();

    private final Function<LeaseCodec, LeaseStore> storeFactory;
    private final DevPayrConfig config;
    private final String application;
    private final PaymentScope scope;
    private final Consumer<RuntimeException> failureHandler;
    private @Nullable LeaseStore store;
    private @Nullable Lease stored;
    private boolean deletionPending;

    /**
     * Creates a manager.
     *
     * @param storeFactory creates the store on first use, when license key and domain are known
     */
    LeaseManager(
            Function<LeaseCodec, LeaseStore> storeFactory,
            DevPayrConfig config,
            String application,
            PaymentScope scope,
            Consumer<RuntimeException> failureHandler) {
        this.storeFactory = storeFactory;
        this.config = config;
        this.application = application;
        this.scope = scope;
        this.failureHandler = failureHandler;
    }

    /**
     * Loads the lease from the store.
     *
     * @param systemTime the system clock's reading, in milliseconds since the epoch
     * @return the decoded or rejected lease; null if there is none or the store failed
     */
    @Nullable
    Decoded load(long systemTime) {
        try {
            LeaseCodec codec = codec();
            Lease lease = store(codec).load();
            if (lease == null) {
                return null;
            }
            Decoded decoded = rejectIfClockRolledBack(codec.decode(lease), systemTime);
            stored = decoded.payload() == null ? null : lease;
            return decoded;
        } catch (RuntimeException failure) {
            failureHandler.accept(failure);
            return null;
        }
    }

    private static Decoded rejectIfClockRolledBack(Decoded decoded, long systemTime) {
        LeasePayload payload = decoded.payload();
        boolean rolledBack =
                payload != null && Math.max(payload.confirmedAt(), payload.latestTime()) > systemTime + CLOCK_TOLERANCE;
        return rolledBack ? Decoded.rejected(Cause.CLOCK_ROLLED_BACK) : decoded;
    }

    /** Saves a new lease. */
    void save(LeasePayload payload) {
        deletionPending = false;
        attempt(() -> {
            LeaseCodec codec = codec();
            Lease lease = codec.encode(payload);
            store(codec).save(lease);
            stored = lease;
        });
    }

    /** Updates the clock reading in the stored lease, unless another process has replaced or deleted that lease. */
    void recordClock(LeasePayload payload) {
        Lease expected = stored;
        if (expected == null) {
            return;
        }
        attempt(() -> {
            LeaseCodec codec = codec();
            Lease lease = codec.encode(payload);
            if (store(codec).compareAndSet(expected, lease)) {
                stored = lease;
            }
        });
    }

    /** Deletes the stored lease. */
    void delete() {
        stored = null;
        deletionPending = !attempt(() -> store(codec()).delete());
    }

    /** Repeats a deletion that failed. */
    void retryDelete() {
        if (deletionPending) {
            delete();
        }
    }

    private LeaseCodec codec() {
        return new LeaseCodec(
                config.credential(Operation.PAYMENT_CHECK),
                new LeaseSubject(application, config.domain().value(), scope));
    }

    private LeaseStore store(LeaseCodec codec) {
        LeaseStore current = store;
        if (current == null) {
            current = storeFactory.apply(codec);
            store = current;
        }
        return current;
    }

    private boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException failure) {
            failureHandler.accept(failure);
            return false;
        }
    }
}
