package com.devpayr.guard;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** The checks that callers request, in contrast to background checks. */
final class RequestedChecks {
    private final GuardState state;
    private final LicenseChecker checker;
    private final OutagePolicy outagePolicy;
    private final BooleanSupplier isStarted;

    /** @param isStarted whether the guard checks the license in the background */
    RequestedChecks(GuardState state, LicenseChecker checker, OutagePolicy outagePolicy, BooleanSupplier isStarted) {
        this.state = state;
        this.checker = checker;
        this.outagePolicy = outagePolicy;
        this.isStarted = isStarted;
    }

    /** Returns the cached verdict, or that of a check if one is needed. Blocks during the check. */
    Verdict verdict() {
        return isNeeded() ? checker.checkAndWait(this::isNeeded) : state.current();
    }

    /** A started guard checks in the background, so callers wait only if the application could not run otherwise. */
    private boolean isNeeded() {
        return state.isCheckDue() && !(isStarted.getAsBoolean() && state.current() instanceof Verdict.Allowed);
    }

    /** Returns the cached verdict, or that of a check if the application may not run without one. Never blocks. */
    CompletableFuture<Verdict> firstVerdict() {
        if (state.isFirstCheckPending()) {
            return checker.check(state::isFirstCheckPending).copy();
        }
        if (!isStarted.getAsBoolean() && state.isCheckDue()) {
            if (!outagePolicy.isPermitted(state.current())) {
                return checker.check(this::isNeeded).copy();
            }
            if (checker.isIdle()) { // otherwise each request would add a callback to the check in progress
                checker.check(this::isNeeded);
            }
        }
        return CompletableFuture.completedFuture(state.current());
    }
}
