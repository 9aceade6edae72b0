package com.devpayr.spring.inmemory.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.inmemory.DevPayrTest;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

// <slice>
@DevPayrTest
@Import(Orders.class)
class OrdersTest {
    @Test
    void sellThrowsIfTheLicenseIsRevoked(
            @Autowired Orders orders,
            @Autowired FakeProject project,
            @Autowired FakeLicense license,
            @Autowired LicenseGuard guard) {
        assertThat(orders.sell(project.id(), "Jane")).isPositive();

        license.revoked();
        guard.refresh().join();

        assertThat(catchThrowable(() -> orders.sell(project.id(), "Joe"))).isInstanceOf(LicenseDeniedException.class);
    }
}
// </slice>
