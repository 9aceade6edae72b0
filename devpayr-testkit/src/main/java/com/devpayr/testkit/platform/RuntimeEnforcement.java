package com.devpayr.testkit.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Whether a copy may run: the checks before payment, in the contract's order.
 *
 * <p>Source: wire contract, section 4, which is our decision.
 */
final class RuntimeEnforcement {
    private static final String NOT_HERE = "This license is not authorized for the current domain.";

    private final Store store;
    private final Clock clock;

    RuntimeEnforcement(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The license that a visit carries, when it may run where it says it does.
     *
     * @throws ErrorResponseException 400, 401, 403 or 429
     */
    LicenseRow admit(RoutedRequest visit, CallerLocation caller) {
        LicenseRow license = license(visit);
        checkState(license);
        RuntimeIdentifier here = visit.identifier();
        if (here == null) {
            throw new ErrorResponseException(400, "The calling domain cannot be determined.");
        }
        checkEnvironment(license, here);
        checkDomain(license, here);
        checkCaller(license, caller);
        if (!license.usage.count(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), license.maxUsagePerDay)) {
            throw new ErrorResponseException(429, "This license has reached its daily usage limit.");
        }
        return license;
    }

    private LicenseRow license(RoutedRequest visit) {
        String key = key(visit);
        if (key == null) {
            throw new ErrorResponseException(401, "Missing required X-LICENSE-KEY header.");
        }
        LicenseRow license = store.licensesByKey.get(key);
        if (license == null) {
            throw new ErrorResponseException(403, "Invalid license key.");
        }
        return license;
    }

    /** The platform takes the key in the body and the query too. */
    private static @Nullable String key(RoutedRequest visit) {
        String header = visit.request().header("X-LICENSE-KEY");
        if (header != null && !header.isEmpty()) {
            return header;
        }
        return visit.input().get("license") instanceof String inBody ? inBody : visit.query("license");
    }

    private void checkState(LicenseRow license) {
        Instant now = clock.instant();
        if (license.project.isDeleted() || !license.project.isActive) {
            throw new ErrorResponseException(403, "This license's project is not active.");
        }
        if (license.isRevoked) {
            throw new ErrorResponseException(403, "This license has been revoked.");
        }
        if (license.isExpired(now)) {
            throw new ErrorResponseException(403, "This license has expired.");
        }
    }

    private void checkEnvironment(LicenseRow license, RuntimeIdentifier here) {
        if (license.isTest) {
            if (!here.isForTests()) {
                throw new ErrorResponseException(403, "A test license works on test domains only.");
            }
            return;
        }
        DomainRow registered = registered(license.project, here);
        if (registered != null && !registered.environment.equals("production")) {
            throw new ErrorResponseException(
                    403, "A production license does not work on a " + registered.environment + " domain.");
        }
    }

    private void checkDomain(LicenseRow license, RuntimeIdentifier here) {
        boolean allowed =
                switch (license.project.strategy) {
                    case PROJECT_DOMAINS -> isOnProjectDomain(license, here);
                    case LICENSE_DOMAINS ->
                        license.usage.register(here, license.maxDomains, license.maxSubdomainsPerDomain);
                };
        if (!allowed) {
            throw new ErrorResponseException(403, NOT_HERE);
        }
    }

    private boolean isOnProjectDomain(LicenseRow license, RuntimeIdentifier here) {
        DomainRow registered = registered(license.project, here);
        if (registered == null) {
            return false;
        }
        return license.domainId == null
                ? registered.isVerified && registered.isActive
                : registered.id == license.domainId;
    }

    private static void checkCaller(LicenseRow license, CallerLocation caller) {
        if (!license.allowedIps.isEmpty() && !license.allowedIps.contains(caller.ip())) {
            throw new ErrorResponseException(403, "This license is not authorized for the current address.");
        }
        if (!license.allowedCountries.isEmpty()
                && license.allowedCountries.stream().noneMatch(country -> country.equalsIgnoreCase(caller.country()))) {
            throw new ErrorResponseException(403, "This license is not authorized for the current country.");
        }
    }

    @Nullable
    DomainRow registered(ProjectRow project, RuntimeIdentifier here) {
        return store.domains.named(DomainRow.uniqueName(project, here.name()));
    }
}
