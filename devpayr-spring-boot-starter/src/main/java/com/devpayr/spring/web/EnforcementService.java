package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Evaluates requests with the application's enforcer and guard. */
public final class EnforcementService {
    private final LicenseEnforcer enforcer;
    private final LicenseGuard guard;

    EnforcementService(LicenseEnforcer enforcer, LicenseGuard guard) {
        this.enforcer = enforcer;
        this.guard = guard;
    }

    /**
     * Returns the response to send instead of the application's; empty if the request may proceed. Never blocks.
     *
     * @see LicenseEnforcer#denial
     */
    public CompletableFuture<Optional<EnforcementResponse>> evaluate(EnforcementRequest request) {
        return enforcer.denial(guard, request)
                .thenApply(denial -> denial.map(verdict -> enforcer.denialResponse(guard, verdict, request)));
    }
}
