package com.devpayr.spring.diagnosis;

import com.devpayr.spring.UnsupportedRequiresLicenseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer for annotations that cannot take effect. */
final class RequiresLicenseFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedRequiresLicenseException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedRequiresLicenseException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Calls are intercepted by a subclass of the bean's class. Make the class non-final and the method non-final,"
                        + " non-static and non-private, or call LicenseGuard.requireLicensed() in the method.",
                cause);
    }
}
