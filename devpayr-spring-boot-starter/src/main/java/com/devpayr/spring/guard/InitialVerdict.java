package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.concurrent.CompletableFuture;

/** Access to a guard's verdict before and after the first license check, without blocking. */
public final class InitialVerdict {
    private InitialVerdict() {}

    /** Returns whether the license has not been checked yet. */
    public static boolean isPending(Verdict verdict) {
        return verdict instanceof Verdict.Unknown unknown && unknown.cause() == Verdict.Unknown.Cause.NOT_CHECKED;
    }

    /** Returns the cached verdict, or that of the first license check if the license has not been checked yet. */
    public static CompletableFuture<Verdict> of(LicenseGuard guard) {
        Verdict cached = guard.current();
        return isPending(cached) ? guard.refresh() : CompletableFuture.completedFuture(cached);
    }
}
