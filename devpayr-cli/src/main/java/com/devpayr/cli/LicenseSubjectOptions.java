package com.devpayr.cli;

import com.devpayr.guard.PaymentScope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which use of a license is checked. */
final class LicenseSubjectOptions {
    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description =
                    "Domain of the application. Default: DEVPAYR_DOMAIN. DevPayr counts it as a use of the license.")
    @Nullable
    String domain;

    @Option(names = "--domain-payment", description = "Requires that the domain, not the project, has been paid for.")
    boolean domainPayment;

    PaymentScope scope() {
        return domainPayment ? PaymentScope.DOMAIN : PaymentScope.PROJECT;
    }
}
