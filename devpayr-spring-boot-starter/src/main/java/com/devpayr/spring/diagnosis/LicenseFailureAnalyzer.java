package com.devpayr.spring.diagnosis;

import com.devpayr.error.DevPayrException;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer for an application that must not start without a license, as {@code devpayr.guard.startup=fail} requires. */
final class LicenseFailureAnalyzer extends AbstractFailureAnalyzer<DevPayrException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, DevPayrException cause) {
        if (cause instanceof LicenseDeniedException) {
            return analysis("The application is not licensed: ", "Check the license at DevPayr, and", cause);
        }
        return cause instanceof LicenseUnknownException
                ? analysis("The license could not be verified: ", "Check the connection to DevPayr, and", cause)
                : null;
    }

    private static FailureAnalysis analysis(String description, String action, DevPayrException cause) {
        return new FailureAnalysis(
                description + cause.getMessage(),
                action + " start the application again. To start it in any case, set devpayr.guard.startup to warn.",
                cause);
    }
}
