package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import org.jspecify.annotations.Nullable;

/** Translates license exceptions, as thrown by the guard and {@code @RequiresLicense}, to responses. */
public final class DenialResponses {
    private DenialResponses() {}

    /** Returns the response for a license exception; null for any other exception. */
    public static @Nullable EnforcementResponse of(
            Throwable exception, LicenseEnforcer enforcer, @Nullable String accept) {
        if (exception instanceof LicenseDeniedException denied) {
            return enforcer.denialResponse(denied.reason(), message(denied), accept);
        }
        return exception instanceof LicenseUnknownException unknown
                ? enforcer.unknownResponse(message(unknown), accept)
                : null;
    }

    private static String message(Throwable exception) {
        return String.valueOf(exception.getMessage());
    }
}
