package com.devpayr.vertx.lease;

import com.devpayr.spi.LeaseStore;
import io.vertx.core.Vertx;

/**
 * Creates lease stores in the shared data of Vert.x: a cluster-wide map if Vert.x is clustered, otherwise a local map.
 *
 * <pre>{@code
 * LicenseGuard.builder(devpayr.async()).application("acme-photos")
 *         .leaseStore(leaseName -> VertxLeaseStore.create(vertx, leaseName));
 * }</pre>
 *
 * <p>All nodes of a cluster share one lease: a node that joins uses it immediately, and it survives the loss of a node if the
 * cluster manager keeps backups of its maps, which is the default of the Vert.x cluster managers.
 */
public final class VertxLeaseStore {
    /** Name of the map, for the configuration of the cluster manager. */
    public static final String MAP = "devpayr.leases";

    private VertxLeaseStore() {}

    /**
     * Creates a store for one lease. In a cluster the store may block for up to 10 seconds, and throws {@link
     * IllegalStateException} on an event loop. The guard calls it on its executor, except for {@code start()}, {@code check()}
     * and {@code close()}, which call it on the calling thread.
     *
     * @param name the name of the lease in the map, as provided by the guard's builder
     */
    public static LeaseStore create(Vertx vertx, String name) {
        return vertx.isClustered()
                ? new ClusterLeaseStore(vertx, name)
                : new LocalLeaseStore(vertx.sharedData().getLocalMap(MAP), name);
    }
}
