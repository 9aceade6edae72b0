package com.devpayr.guard;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.guard.LeaseCodec.Decoded;
import com.devpayr.guard.Verdict.Unknown.Cause;
import com.devpayr.internal.file.StateDirectory;
import com.devpayr.operation.Operation;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the lease of one guard. Failures of the store or the configuration are reported and otherwise ignored:
 * the guard then continues without persisting the lease. Access to the store is serialized.
 */
final class LeaseManager {
    /** Tolerance for small differences between the clocks of machines that share a store, and for clock corrections. */
    private static final long CLOCK_TOLERANCE = Duration.ofMinutes(5).toMillis();

    private final Function<LeaseCodec, LeaseStore> storeFactory;
    private final DevPayrConfig config;
    private final String application;
    private final PaymentScope scope;
    private final Consumer<Throwable> failureHandler;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable LeaseStore store;
    private @Nullable Stored stored;
    private @Nullable LeaseDenial unsavedDenial;

    /** A confirmation in the store, encoded and decoded. */
    private record Stored(Lease lease, LeasePayload payload) {}

    /**
     * Creates a manager.
     *
     * @param storeFactory creates the store on first use, when license key and domain are known
     */
    private LeaseManager(
            Function<LeaseCodec, LeaseStore> storeFactory,
            DevPayrConfig config,
            String application,
            PaymentScope scope,
            Consumer<Throwable> failureHandler) {
        this.storeFactory = storeFactory;
        this.config = config;
        this.application = application;
        this.scope = scope;
        this.failureHandler = failureHandler;
    }

    /** Creates a manager for a guard with these settings. */
    static LeaseManager create(GuardSettings settings, Consumer<Throwable> failureHandler) {
        String name = GuardSettings.requireApplicationName(settings.application);
        Function<String, LeaseStore> stores = settings.leaseStores;
        return new LeaseManager(
                codec -> stores.apply(name + "-" + codec.leaseId()),
                settings.config,
                name,
                settings.scope,
                failureHandler);
    }

    /** Returns the store in a file of the user's state directory. */
    static LeaseStore defaultStore(SystemEnvironment environment, String leaseName) {
        return LeaseStore.file(
                StateDirectory.of(environment::property, environment::variable).resolve(leaseName + ".lease"));
    }

    /**
     * Loads the lease from the store.
     *
     * @param systemTime the system clock's reading, in milliseconds since the epoch
     * @return the decoded or rejected lease; null if there is none or the store failed
     */
    @Nullable
    Decoded load(long systemTime) {
        lock.lock();
        try {
            LeaseCodec codec = codec();
            Lease lease = store(codec).load();
            if (lease == null) {
                return null;
            }
            Decoded decoded = rejectIfClockRolledBack(codec.decode(lease), systemTime);
            stored = decoded.payload() == null ? null : new Stored(lease, decoded.payload());
            return decoded;
        } catch (Throwable failure) {
            failureHandler.accept(failure);
            return null;
        } finally {
            lock.unlock();
        }
    }

    private static Decoded rejectIfClockRolledBack(Decoded decoded, long systemTime) {
        LeasePayload payload = decoded.payload();
        boolean rolledBack =
                payload != null && Math.max(payload.confirmedAt(), payload.latestTime()) > systemTime + CLOCK_TOLERANCE;
        return rolledBack ? Decoded.rejected(Cause.CLOCK_ROLLED_BACK) : decoded;
    }

    /** Saves a confirmation. */
    void save(LeasePayload payload) {
        attempt(() -> {
            unsavedDenial = null;
            LeaseCodec codec = codec();
            Lease lease = codec.encode(payload);
            store(codec).save(lease);
            stored = new Stored(lease, payload);
        });
    }

    /**
     * Saves a denial in place of the confirmation. If that fails, as on a full disk, the confirmation is deleted; {@link
     * #retryDenial()} saves the denial later.
     */
    void save(LeaseDenial denial) {
        attempt(() -> {
            stored = null;
            unsavedDenial = denial;
            LeaseCodec codec = codec();
            try {
                store(codec).save(codec.encode(denial));
                unsavedDenial = null;
            } catch (Throwable failure) {
                failureHandler.accept(failure);
                store(codec).delete();
            }
        });
    }

    /** Repeats the saving of a denial that failed. */
    void retryDenial() {
        attempt(() -> {
            LeaseDenial denial = unsavedDenial;
            if (denial != null) {
                save(denial);
            }
        });
    }

    /**
     * Updates the clock reading in the stored confirmation, unless another process has replaced or deleted it. Never waits for
     * another thread: one that uses the store belongs to a check, and records the clock at the end of that check.
     *
     * @param time the clock reading, in milliseconds since the epoch
     */
    void recordClock(long time) {
        if (lock.tryLock()) {
            try {
                attempt(() -> replaceClock(time));
            } finally {
                lock.unlock();
            }
        }
    }

    private void replaceClock(long time) {
        Stored expected = stored;
        if (expected == null) {
            return;
        }
        LeasePayload payload = expected.payload.withLatestTime(time);
        LeaseCodec codec = codec();
        Lease lease = codec.encode(payload);
        if (store(codec).compareAndSet(expected.lease, lease)) {
            stored = new Stored(lease, payload);
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

    private void attempt(Runnable action) {
        lock.lock();
        try {
            action.run();
        } catch (Throwable failure) {
            failureHandler.accept(failure);
        } finally {
            lock.unlock();
        }
    }
}
