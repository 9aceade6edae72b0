package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.spi.LeaseStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The names of leases in a store that holds many. */
class LeaseNameTest {
    private final GuardFixture fixture = new GuardFixture();
    private final Map<String, LeaseStore> stores = new ConcurrentHashMap<>();

    private LicenseGuard guard(DevPayrConfig config) {
        return fixture.configure(LicenseGuard.builder(fixture.devpayr.client(config)))
                .leaseStore(name -> stores.computeIfAbsent(name, made -> LeaseStore.memory()))
                .build();
    }

    @Test
    void leaseNamesDifferPerLicenseAndDomainWithoutRevealingThem() {
        guard(GuardFixture.config(GuardFixture.KEY, GuardFixture.DOMAIN)).check();
        guard(GuardFixture.config("another key", GuardFixture.DOMAIN)).check();
        guard(GuardFixture.config(GuardFixture.KEY, "other.example.com")).check();

        assertThat(stores.keySet())
                .hasSize(3)
                .allMatch(name -> name.matches(GuardFixture.APPLICATION + "-[0-9a-f]{16}"));
    }

    @Test
    void aRestartUsesTheSameLeaseName() {
        guard(GuardFixture.config()).check();
        fixture.devpayr.becomeUnreachable();

        assertThat(guard(GuardFixture.config()).check()).isInstanceOf(Allowed.class);
        assertThat(stores).hasSize(1);
    }
}
