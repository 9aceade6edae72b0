package com.devpayr.spring.inmemory;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.PlatformSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;

/**
 * The state of an in-memory DevPayr before a test.
 *
 * @param time the time of its clock; null if it follows another one
 */
record FakeState(
        InMemoryDevPayr fake,
        ObjectProvider<LicenseGuard> guards,
        PlatformSnapshot data,
        @Nullable Instant time) {
    /** Returns the current state; null if the application has no in-memory DevPayr. */
    static @Nullable FakeState of(ApplicationContext application) {
        InMemoryDevPayr fake =
                application.getBeanProvider(InMemoryDevPayr.class).getIfUnique();
        if (fake == null) {
            return null;
        }
        application.getBeanProvider(FakeLicense.class).getIfAvailable(); // part of the data, but created lazily
        return new FakeState(
                fake,
                application.getBeanProvider(LicenseGuard.class),
                fake.snapshot(),
                fake.clock().isRunning() ? null : fake.clock().instant());
    }

    /** Restores the state. A verdict that was checked meanwhile is checked again. */
    void restore() {
        if (time != null) {
            fake.clock().stop();
            fake.clock().set(time);
        }
        fake.removeSimulatedCallerLocation();
        fake.removeRateLimit();
        fake.cacheReads(false);
        fake.restore(data); // also clears stub responses and the request log
        guards.stream().filter(FakeState::isChecked).forEach(guard -> guard.refresh()
                .join());
        fake.clearRequests();
    }

    private static boolean isChecked(LicenseGuard guard) {
        return !(guard.current() instanceof Verdict.Unknown unknown
                && unknown.cause() == Verdict.Unknown.Cause.NOT_CHECKED);
    }
}
