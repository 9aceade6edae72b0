package com.devpayr.spi;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Persistent storage for one lease, so that the license guard knows the last confirmation or denial after a restart.
 * Implementations must be thread-safe, and must keep a lease until it is replaced or deleted.
 *
 * <pre>{@code
 * builder.leaseStore(LeaseStore.file(Path.of("/var/lib/acme-photos/lease")));
 * }</pre>
 *
 * <p>A store may be shared by all processes with the same license, domain and application. A guard reloads the lease before
 * each check, so one confirmation serves all of them. Methods may block and may throw any exception: the guard reports it to its
 * listeners and continues without the store.
 */
public interface LeaseStore {
    /** Returns the stored lease; null if there is none. */
    @Nullable
    Lease load();

    /** Stores a lease, replacing any other. */
    void save(Lease lease);

    /**
     * Atomically replaces the stored lease if it equals the expected one. A store without an atomic operation must return
     * false and change nothing: otherwise a lease that another process has just deleted could reappear. The guard then does
     * not persist its latest clock reading.
     *
     * @return whether the lease was replaced
     */
    boolean compareAndSet(Lease expected, Lease lease);

    /** Deletes the stored lease, if any. The guard does so when it cannot save a denial. */
    void delete();

    /** Returns a store in memory. The lease does not survive a restart. */
    static LeaseStore memory() {
        return new MemoryLeaseStore();
    }

    /**
     * Returns a store in a file. The file is readable by its owner only, replaced atomically, and safe to share between
     * processes. Missing directories are created. An empty lock file, named like the file with the suffix {@code .lock}, is
     * kept beside it. Writing fails if another process holds the lock of that file for more than 2 seconds.
     */
    static LeaseStore file(Path path) {
        return new FileLeaseStore(path);
    }
}
