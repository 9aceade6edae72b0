package com.devpayr.vertx.lease;

import com.devpayr.spi.LeaseStore;
import io.vertx.core.Vertx;

/**
 * Leases in the shared data of Vert.x: a local map when it stands alone, the cluster's map under any cluster manager.
 *
 * <pre>{@code
 * LicenseGuard.builder(devpayr.async()).application("acme-photos")
 *         .leaseStore(name -> VertxLeaseStore.of(vertx, name));
 * }</pre>
 *
 * <p>So all nodes of a cluster share one answer of DevPayr's: a node that joins has it at once, and it outlives the loss
 * of a node if the cluster manager keeps a backup of its maps, as those of Vert.x do unless told otherwise.
 */
public final class VertxLeaseStore {
    /** The name of the map, for those who configure a cluster manager by map. */
    public static final String MAP = "devpayr.leases";

    private VertxLeaseStore() {}

    /**
     * The store of one lease. In a cluster it may block, for at most 10 seconds, and throws {@link IllegalStateException}
     * on an event loop instead; the guard itself calls it on its executor's threads, but for {@code start()}, {@code
     * check()} and {@code close()}.
     *
     * @param name the lease's name in the map, as the guard's builder gives it
     */
    public static LeaseStore of(Vertx vertx, String name) {
        return vertx.isClustered()
                ? new ClusterLeaseStore(vertx, name)
                : new LocalLeaseStore(vertx.sharedData().getLocalMap(MAP), name);
    }
}
