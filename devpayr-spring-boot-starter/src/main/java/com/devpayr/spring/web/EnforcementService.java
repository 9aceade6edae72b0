package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Evaluates requests against the cached verdict. Requests before the first license check wait for it, up to a maximum; so do those
 * that find a check due of a guard that is not started, while the application may not run.
 */
public final class EnforcementService {
    private static final CompletableFuture<Optional<EnforcementResponse>> PERMITTED =
            CompletableFuture.completedFuture(Optional.empty());

    private final LicenseEnforcer enforcer;
    private final LicenseGuard guard;

    EnforcementService(LicenseEnforcer enforcer, LicenseGuard guard) {
        this.enforcer = enforcer;
        this.guard = guard;
    }

    /**
     * Returns the response to send instead of the application's; empty if the request may proceed. Never blocks; the future
     * never fails.
     */
    public CompletableFuture<Optional<EnforcementResponse>> evaluate(EnforcementRequest request) {
        if (!enforcer.appliesTo(request)) {
            return PERMITTED;
        }
        CompletableFuture<Verdict> verdict = guard.firstVerdict();
        if (verdict.isDone()) {
            return verdict.thenApply(known -> evaluate(known, request));
        }
        return enforcer.mode() == EnforcementMode.LOG
                ? PERMITTED
                : verdict.orTimeout(enforcer.maxWait().toMillis(), TimeUnit.MILLISECONDS)
                        .handle((known, timeout) -> evaluate(known == null ? guard.current() : known, request));
    }

    private Optional<EnforcementResponse> evaluate(Verdict verdict, EnforcementRequest request) {
        return Optional.ofNullable(enforcer.evaluate(guard, verdict, request));
    }
}
