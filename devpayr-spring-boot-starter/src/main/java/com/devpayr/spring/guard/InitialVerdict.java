package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.concurrent.CompletableFuture;

/** The verdict for callers that must not block. */
public final class InitialVerdict {
    private InitialVerdict() {}

    /** Whether DevPayr has not been asked yet. */
    public static boolean isPending(Verdict verdict) {
        return verdict instanceof Verdict.Unknown unknown && unknown.cause() == Verdict.Unknown.Cause.NOT_CHECKED;
    }

    /** What is known; where nothing is yet, DevPayr's answer, which is then asked for. */
    public static CompletableFuture<Verdict> of(LicenseGuard guard) {
        Verdict known = guard.current();
        return isPending(known) ? guard.refresh() : CompletableFuture.completedFuture(known);
    }
}
