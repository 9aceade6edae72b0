package com.devpayr.spring.method;

import com.devpayr.error.DenialReason;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requires a license. Looks the guard up lazily, since beans are proxied before it is created. */
final class LicenseRequirement {
    private final Supplier<@Nullable LicenseGuard> guard;

    /** @param guard supplies the guard; null if no license key is configured */
    LicenseRequirement(Supplier<@Nullable LicenseGuard> guard) {
        this.guard = guard;
    }

    /** Throws unless the application is permitted to run. May block. */
    void verify() {
        requireGuard().requireLicensed();
    }

    /** Returns a future that fails unless the application is permitted to run. Never blocks. */
    CompletableFuture<Verdict> verifyAsync() {
        try {
            LicenseGuard present = requireGuard();
            return present.firstVerdict().whenComplete((verdict, failure) -> present.requirePermitted(verdict));
        } catch (LicenseDeniedException noLicense) {
            return CompletableFuture.failedFuture(noLicense);
        }
    }

    private LicenseGuard requireGuard() {
        LicenseGuard present = guard.get();
        if (present == null) {
            throw new LicenseDeniedException(
                    DenialReason.MISSING_CREDENTIAL,
                    "No license is configured: set devpayr.license-key, and do not set devpayr.guard.enabled to false.",
                    null);
        }
        return present;
    }
}
