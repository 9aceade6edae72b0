package com.devpayr.spi;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a lease outlives the process that got it. Holds one lease; safe for use by many threads.
 *
 * <pre>{@code
 * builder.leaseStore(LeaseStore.file(Path.of("/var/lib/acme-photos/lease")));
 * }</pre>
 *
 * <p>An implementation over a shared cache keeps the text for all copies that have the same license, domain and
 * application. A guard reads it again before it asks, so that one copy's answer serves all. It may block, and may throw
 * any {@link RuntimeException}: the guard then goes on without it and tells its listeners.
 */
public interface LeaseStore {
    /** The lease, or null when there is none. */
    @Nullable
    Lease load();

    /** Keeps a lease, in place of any other. */
    void save(Lease lease);

    /**
     * Keeps a lease if the one that is kept is still the expected one, as one step that no other can come between.
     * Without that, a lease that another process has just erased would come back. A store that has no such step keeps
     * nothing: what is lost is how far the clock had come.
     *
     * @return whether it was kept
     */
    boolean compareAndSet(Lease expected, Lease lease);

    /** Leaves no lease. */
    void delete();

    /** In this process's memory: a restart begins without a lease. */
    static LeaseStore memory() {
        return new MemoryLeaseStore();
    }

    /**
     * In a file: its owner's alone, replaced as a whole, bounded, and safe for processes that share it. The folder is
     * made when it is not there. Beside it an empty file with the ending {@code .lock} stays.
     */
    static LeaseStore file(Path path) {
        return new FileLeaseStore(path);
    }
}
