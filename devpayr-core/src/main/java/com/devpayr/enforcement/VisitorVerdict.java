package com.devpayr.enforcement;

import com.devpayr.error.DenialReason;
import com.devpayr.guard.Verdict;

/**
 * Verdicts without details. Visitors must not see error messages, which may contain host names and settings; these are for the
 * log.
 */
final class VisitorVerdict {
    private VisitorVerdict() {}

    /** Returns the verdict with its reason or cause alone. Configuration errors become the general one. */
    static Verdict of(Verdict verdict) {
        if (verdict instanceof Verdict.Denied denied) {
            DenialReason reason = denied.reason().isConfigurationError() ? DenialReason.MISCONFIGURED : denied.reason();
            return new Verdict.Denied(reason, null, null);
        }
        return verdict instanceof Verdict.Unknown unknown ? new Verdict.Unknown(unknown.cause(), null) : verdict;
    }
}
