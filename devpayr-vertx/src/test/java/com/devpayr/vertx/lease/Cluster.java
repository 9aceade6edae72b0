package com.devpayr.vertx.lease;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A cluster on the loopback interface, on free ports and without multicast. */
final class Cluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final String name = UUID.randomUUID().toString();
    private final Map<Vertx, HazelcastInstance> nodes = new LinkedHashMap<>();

    Vertx join() {
        HazelcastClusterManager manager = new HazelcastClusterManager(config());
        VertxOptions options = new VertxOptions().setEventBusOptions(new EventBusOptions().setHost(LOOPBACK));
        Vertx vertx = Vertx.builder()
                .with(options)
                .withClusterManager(manager)
                .buildClustered()
                .await();
        nodes.put(vertx, manager.getHazelcastInstance());
        return vertx;
    }

    private Config config() {
        Config config = new Config()
                .setClusterName(name)
                .setProperty("hazelcast.logging.type", "none")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.wait.seconds.before.join", "0");
        NetworkConfig network =
                config.getNetworkConfig().setPort(0).setPortAutoIncrement(false).setReuseAddress(true);
        network.getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        JoinConfig join = network.getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true);
        nodes.values().forEach(node -> join.getTcpIpConfig().addMember(address(node)));
        return config;
    }

    private static String address(HazelcastInstance node) {
        return LOOPBACK + ":" + node.getCluster().getLocalMember().getAddress().getPort();
    }

    /** Terminates a node like a crash, after the backups that a join triggers have completed. */
    void crash(Vertx node) {
        HazelcastInstance instance = nodes.remove(node);
        if (instance != null) {
            assertThat(instance.getPartitionService().forceLocalMemberToBeSafe(30, TimeUnit.SECONDS))
                    .isTrue();
            instance.getLifecycleService().terminate();
        }
        node.close();
    }

    @Override
    public void close() {
        nodes.keySet().forEach(node -> node.close().await());
    }
}
