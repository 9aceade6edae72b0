package com.devpayr.spring.method;

import com.devpayr.error.DenialReason;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.spring.guard.InitialVerdict;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the guard, which is looked up late: beans are wrapped before it can be made. */
final class LicenseRequirement {
    private final Supplier<@Nullable LicenseGuard> guard;

    /** @param guard null for a copy without a license key */
    LicenseRequirement(Supplier<@Nullable LicenseGuard> guard) {
        this.guard = guard;
    }

    /** Goes on if this copy may run; may block. */
    void check() {
        present().requireLicensed();
    }

    /** Completed if this copy may run, else failed; never blocks. */
    CompletableFuture<Verdict> checkLater() {
        try {
            LicenseGuard present = present();
            return InitialVerdict.of(present).whenComplete((verdict, never) -> present.require(verdict));
        } catch (LicenseDeniedException unlicensed) {
            return CompletableFuture.failedFuture(unlicensed);
        }
    }

    private LicenseGuard present() {
        LicenseGuard present = guard.get();
        if (present == null) {
            throw new LicenseDeniedException(
                    DenialReason.MISSING_CREDENTIAL,
                    "This copy has no license: set devpayr.license-key, and leave devpayr.guard.enabled on.",
                    null);
        }
        return present;
    }
}
