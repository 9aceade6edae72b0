package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.spi.LeaseStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A place that holds the leases of many. */
class LeaseNameTest {
    private final Stage stage = new Stage();
    private final Map<String, LeaseStore> stores = new ConcurrentHashMap<>();

    private LicenseGuard guard(DevPayrConfig config) {
        return stage.arrange(LicenseGuard.over(stage.devpayr.client(config), config))
                .leaseStore(name -> stores.computeIfAbsent(name, made -> LeaseStore.memory()))
                .build();
    }

    @Test
    void eachLicenseAndDomainHasALeaseOfItsOwnWhoseNameTellsNobodyWhich() {
        guard(Stage.config(Stage.KEY, Stage.DOMAIN)).check();
        guard(Stage.config("another key", Stage.DOMAIN)).check();
        guard(Stage.config(Stage.KEY, "other.example.com")).check();

        assertThat(stores.keySet()).hasSize(3).allMatch(name -> name.matches(Stage.APPLICATION + "-[0-9a-f]{16}"));
    }

    @Test
    void aRestartFindsItAgain() {
        guard(Stage.config()).check();
        stage.devpayr.disappear();

        assertThat(guard(Stage.config()).check()).isInstanceOf(Allowed.class);
        assertThat(stores).hasSize(1);
    }
}
