package com.devpayr.vertx.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VertxLeaseStoreTest {
    private static final Lease FIRST = new Lease("first");
    private static final Lease SECOND = new Lease("second");

    private static Cluster cluster;
    private static Vertx alone;
    private static Vertx node;

    @BeforeAll
    static void open() {
        cluster = new Cluster();
        node = cluster.join();
        alone = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        alone.close().await();
        cluster.close();
    }

    private static Vertx vertx(boolean clustered) {
        return clustered ? node : alone;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void storesOneLeasePerName(boolean clustered) {
        LeaseStore store = VertxLeaseStore.create(vertx(clustered), "kept");
        LeaseStore other = VertxLeaseStore.create(vertx(clustered), "other");
        LeaseStore again = VertxLeaseStore.create(vertx(clustered), "kept");

        assertThat(store.load()).isNull();
        store.save(FIRST);
        store.save(SECOND);

        assertThat(again.load()).isEqualTo(SECOND);
        assertThat(other.load()).isNull();
        again.delete();
        assertThat(store.load()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void replacesOnlyTheExpectedLease(boolean clustered) {
        LeaseStore store = VertxLeaseStore.create(vertx(clustered), "replaced");

        assertThat(store.compareAndSet(FIRST, SECOND)).isFalse();
        assertThat(store.load()).isNull();
        store.save(FIRST);
        assertThat(store.compareAndSet(SECOND, FIRST)).isFalse();
        assertThat(store.compareAndSet(FIRST, SECOND)).isTrue();
        assertThat(store.load()).isEqualTo(SECOND);
    }

    @Test
    void aClusterStoreRejectsCallsOnAnEventLoop() {
        LeaseStore store = VertxLeaseStore.create(node, "rejected");

        assertThatIllegalStateException()
                .isThrownBy(() -> onEventLoop(node, store::load))
                .withMessageContaining("would block the event loop")
                .withMessageContaining("vertx.executeBlocking");
    }

    @Test
    void aLocalStoreMayBeCalledOnAnEventLoop() {
        LeaseStore store = VertxLeaseStore.create(alone, "loop");
        store.save(FIRST);

        assertThat(onEventLoop(alone, store::load)).isEqualTo(FIRST);
    }

    /** A worker's context completes operations on the same worker, which must not be the one that blocks. */
    @Test
    void aClusterStoreMayBeCalledOnAWorker() {
        LeaseStore store = VertxLeaseStore.create(node, "worker");
        DeploymentOptions worker = new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER);

        node.deployVerticle(
                        new VerticleBase() {
                            @Override
                            public Future<?> start() {
                                store.save(FIRST);
                                return vertx.executeBlocking(() -> {
                                    store.save(SECOND);
                                    return store.load();
                                });
                            }
                        },
                        worker)
                .await();

        assertThat(store.load()).isEqualTo(SECOND);
    }

    @Test
    void aLeaseIsVisibleToJoiningNodesAndSurvivesTheLossOfANode() {
        LeaseStore early = VertxLeaseStore.create(node, "shared");
        early.save(FIRST);

        Vertx late = cluster.join();
        assertThat(VertxLeaseStore.create(late, "shared").load()).isEqualTo(FIRST);
        VertxLeaseStore.create(late, "shared").save(SECOND);
        cluster.crash(late);

        assertThat(early.load()).isEqualTo(SECOND);
    }

    private static <T> T onEventLoop(Vertx vertx, Callable<T> work) {
        return Future.<T>future(promise -> vertx.getOrCreateContext().runOnContext(start -> {
                    try {
                        promise.complete(work.call());
                    } catch (Exception failure) {
                        promise.fail(failure);
                    }
                }))
                .await();
    }
}
