package com.devpayr.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.model.ManualScheduler;
import com.devpayr.testkit.model.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManualSchedulerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final MutableClock clock = new MutableClock(START);
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final List<String> ran = new ArrayList<>();

    private Future<?> in(int minutes, String name) {
        return scheduler.schedule(
                () -> ran.add(
                        name + " at " + Duration.between(START, clock.instant()).toMinutes()),
                minutes,
                TimeUnit.MINUTES);
    }

    @Test
    void runsTasksInOrderAtTheirTime() {
        in(3, "c");
        in(1, "a");
        in(2, "b");
        in(9, "later");

        scheduler.advance(Duration.ofMinutes(5));

        assertThat(ran).containsExactly("a at 1", "b at 2", "c at 3");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void runsTasksThatATaskSchedules() {
        scheduler.schedule(() -> in(1, "next"), 1, TimeUnit.MINUTES);

        scheduler.advance(Duration.ofMinutes(2));

        assertThat(ran).containsExactly("next at 2");
    }

    @Test
    void runsNoCancelledTasksAndRejectsTasksAfterShutdown() {
        in(1, "cancelled").cancel(false);
        scheduler.advance(Duration.ofMinutes(2));
        scheduler.shutdown();

        assertThat(ran).isEmpty();
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> in(1, "late"));
    }

    @Test
    void runsAGuardForDays() {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeLicense license = fake.project("Acme").paid().license("Pro");
        DevPayrConfig config = DevPayrConfig.builder()
                .licenseKey(license.key().reveal())
                .domain("shop.example.com")
                .build();
        ManualScheduler time = new ManualScheduler(fake.clock());
        try (DevPayr devpayr = fake.connect(config);
                LicenseGuard guard = LicenseGuard.builder(devpayr)
                        .application("acme-photos")
                        .leaseStore(LeaseStore.memory())
                        .clock(fake.clock())
                        .scheduler(time)
                        .executor(time)
                        .build()) {
            guard.start();
            time.advance(Duration.ofDays(1));
            assertThat(fake.requests()).hasSizeBetween(25, 29);

            license.revoked();
            time.advance(Duration.ofHours(1));
            assertThat(guard.current()).isInstanceOf(Verdict.Denied.class);
        }
    }
}
