package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Translates license exceptions, as thrown by the guard and {@code @RequiresLicense}, to responses. The exceptions' messages
 * are for the log; visitors see the message for the reason alone.
 */
public final class DenialResponses {
    private final LicenseEnforcer enforcer;
    private final ObjectProvider<LicenseGuard> guards;

    /** @param guards provides the guard that formats the messages; may have none */
    DenialResponses(LicenseEnforcer enforcer, ObjectProvider<LicenseGuard> guards) {
        this.enforcer = enforcer;
        this.guards = guards;
    }

    /** Returns the response for a license exception; null for any other exception. */
    public @Nullable EnforcementResponse of(Throwable exception, EnforcementRequest request) {
        if (exception instanceof LicenseDeniedException denied) {
            return of(new Verdict.Denied(denied.reason(), null, null), request);
        }
        return exception instanceof LicenseUnknownException ? of(unknown(), request) : null;
    }

    private EnforcementResponse of(Verdict verdict, EnforcementRequest request) {
        LicenseGuard guard = guards.getIfUnique();
        return guard == null
                ? enforcer.denialResponse(verdict, request)
                : enforcer.denialResponse(guard, verdict, request);
    }

    private Verdict unknown() {
        LicenseGuard guard = guards.getIfUnique();
        return guard != null && guard.current() instanceof Verdict.Unknown current
                ? current
                : new Verdict.Unknown(Verdict.Unknown.Cause.UNREACHABLE, null);
    }
}
