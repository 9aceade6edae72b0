package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Evaluates requests against the cached verdict. Requests before the first license check wait for it, up to a maximum. */
public final class EnforcementService {
    private static final CompletableFuture<Optional<EnforcementResponse>> PERMITTED =
            CompletableFuture.completedFuture(Optional.empty());

    private final LicenseEnforcer enforcer;
    private final LicenseGuard guard;
    private final Duration maxWait;
    private final boolean logOnly;

    EnforcementService(LicenseEnforcer enforcer, LicenseGuard guard, EnforcementProperties properties) {
        this.enforcer = enforcer;
        this.guard = guard;
        this.maxWait = properties.maxWait();
        this.logOnly = properties.mode() == EnforcementMode.LOG;
    }

    /**
     * Returns the response to send instead of the application's; empty if the request may proceed. Never blocks; the future
     * never fails.
     *
     * @param path the request path without the context path
     * @param accept the request's {@code Accept} header; null if there is none
     */
    public CompletableFuture<Optional<EnforcementResponse>> evaluate(String path, @Nullable String accept) {
        if (!enforcer.appliesTo(path)) {
            return PERMITTED;
        }
        CompletableFuture<Verdict> verdict = guard.firstVerdict();
        if (verdict.isDone()) {
            return verdict.thenApply(known -> evaluate(known, path, accept));
        }
        return logOnly
                ? PERMITTED
                : verdict.orTimeout(maxWait.toMillis(), TimeUnit.MILLISECONDS)
                        .handle((known, timeout) -> evaluate(known == null ? guard.current() : known, path, accept));
    }

    private Optional<EnforcementResponse> evaluate(Verdict verdict, String path, @Nullable String accept) {
        return Optional.ofNullable(enforcer.evaluate(guard, verdict, path, accept));
    }
}
