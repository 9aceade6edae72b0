package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.spring.guard.InitialVerdict;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Decides about requests, by what is known; before DevPayr's first answer a request waits for it, for a while. */
public final class EnforcementService {
    private static final CompletableFuture<Optional<EnforcementResponse>> PASS =
            CompletableFuture.completedFuture(Optional.empty());

    private final LicenseEnforcer gate;
    private final LicenseGuard guard;
    private final Duration maxWait;
    private final boolean onlyLogs;

    EnforcementService(LicenseEnforcer gate, LicenseGuard guard, EnforcementProperties properties) {
        this.gate = gate;
        this.guard = guard;
        this.maxWait = properties.maxWait();
        this.onlyLogs = properties.mode() == EnforcementMode.LOG;
    }

    /**
     * What to answer in the application's place, or nothing. Never blocks and never fails.
     *
     * @param path the request's path below the application's root
     * @param accept the request's {@code Accept} header; null when there is none
     */
    public CompletableFuture<Optional<EnforcementResponse>> decide(String path, @Nullable String accept) {
        if (!gate.guards(path)) {
            return PASS;
        }
        CompletableFuture<Verdict> verdict = InitialVerdict.of(guard);
        if (verdict.isDone()) {
            return verdict.thenApply(known -> answer(known, path, accept));
        }
        return onlyLogs
                ? PASS
                : verdict.orTimeout(maxWait.toMillis(), TimeUnit.MILLISECONDS)
                        .handle((known, late) -> answer(known == null ? guard.current() : known, path, accept));
    }

    private Optional<EnforcementResponse> answer(Verdict verdict, String path, @Nullable String accept) {
        return Optional.ofNullable(gate.answer(guard, verdict, path, accept));
    }
}
