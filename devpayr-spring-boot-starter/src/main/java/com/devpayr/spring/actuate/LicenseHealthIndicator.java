package com.devpayr.spring.actuate;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health indicator that reports the cached verdict. Does not check the license. */
final class LicenseHealthIndicator implements HealthIndicator {
    private final LicenseGuard guard;

    LicenseHealthIndicator(LicenseGuard guard) {
        this.guard = guard;
    }

    @Override
    public Health health() {
        Verdict verdict = guard.current();
        return status(verdict)
                .withDetail("verdict", LicenseDescriptor.name(verdict))
                .withDetail("reason", LicenseDescriptor.reason(verdict))
                .build();
    }

    private Health.Builder status(Verdict verdict) {
        if (verdict instanceof Verdict.Allowed) {
            return Health.up();
        }
        if (guard.isFirstCheckPending()) {
            return Health.unknown();
        }
        if (verdict instanceof Verdict.Denied) {
            return Health.down();
        }
        return guard.isPermitted(verdict) ? Health.unknown() : Health.outOfService();
    }
}
