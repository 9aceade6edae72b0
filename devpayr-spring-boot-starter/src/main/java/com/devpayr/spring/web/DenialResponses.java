package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.guard.Verdict;
import org.jspecify.annotations.Nullable;

/** What a request is answered with that ended in a refusal, as {@code @RequiresLicense} and the guard throw it. */
public final class DenialResponses {
    private DenialResponses() {}

    /** The answer; null when it is another failure. */
    public static @Nullable EnforcementResponse of(Throwable failure, LicenseEnforcer gate, @Nullable String accept) {
        if (failure instanceof LicenseDeniedException denied) {
            return gate.refusal(new Verdict.Denied(denied.reason(), null, denied), text(denied), accept);
        }
        return failure instanceof LicenseUnknownException unknown
                ? gate.refusal(new Verdict.Unknown(Verdict.Unknown.Cause.UNREACHABLE, unknown), text(unknown), accept)
                : null;
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
