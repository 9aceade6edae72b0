package com.devpayr.vertx.verticle;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A deployment for a licensed application of an emulator. The guard is not started and keeps its lease in memory. */
final class DeploymentFixture implements AutoCloseable {
    final InMemoryDevPayr platform = InMemoryDevPayr.create();
    final Vertx vertx = Vertx.vertx();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final RecordingJson json = new RecordingJson();
    private @Nullable Deployment deployment;

    DeploymentFixture() {
        set("license-key", platform.project("Acme").paid().license("Pro").key().reveal());
        set("domain", "shop.example.com");
        set("base-url", emulator.baseUrl());
        set("guard.startup", "off");
        set("guard.lease.store", "memory");
    }

    /** Sets a key. A key for a file replaces the one for the value. */
    DeploymentFixture set(String key, Object value) {
        json.put("devpayr." + key, value);
        if (key.endsWith("-file")) {
            json.remove("devpayr." + key.substring(0, key.length() - "-file".length()));
        }
        return this;
    }

    DeploymentFixture remove(String key) {
        json.remove("devpayr." + key);
        return this;
    }

    boolean isSet(String key) {
        return json.containsKey("devpayr." + key);
    }

    Deployment deploy() {
        Deployment created = Deployment.create(vertx, json);
        deployment = created;
        return created;
    }

    DevPayrConfig config() {
        return deploy().client().config();
    }

    LicenseGuard guard() {
        return requireNonNull(deploy().guard());
    }

    /** Returns the keys that the deployment has read. */
    List<String> readKeys() {
        return json.read.stream()
                .filter(name -> name.startsWith("devpayr."))
                .filter(name -> json.read.stream().noneMatch(longer -> longer.startsWith(name + ".")))
                .map(name -> name.substring("devpayr.".length()))
                .toList();
    }

    @Override
    public void close() {
        if (deployment != null) {
            deployment.close();
        }
        vertx.close().await();
        emulator.close();
    }

    /** Records the names that are read. */
    private static final class RecordingJson extends JsonObject {
        private final TreeSet<String> read = new TreeSet<>();

        @Override
        public @Nullable Object getValue(String name) {
            read.add(name);
            return super.getValue(name);
        }
    }
}
