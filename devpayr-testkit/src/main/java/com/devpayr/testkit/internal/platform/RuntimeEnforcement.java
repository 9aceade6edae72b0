package com.devpayr.testkit.internal.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a license before its payment status, in the order of the wire contract.
 *
 * <p>Source: {@code docs/wire-contract.md}, Runtime enforcement; the order of the checks is not documented.
 */
final class RuntimeEnforcement {
    private static final String WRONG_DOMAIN = "This license is not authorized for the current domain.";

    private final Store store;
    private final Clock clock;

    RuntimeEnforcement(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Returns the license of a request if it is accepted for the caller.
     *
     * @throws ErrorResponseException 400, 401, 403 or 429
     */
    LicenseRow admit(RoutedRequest request, CallerLocation caller) {
        LicenseRow license = license(request);
        checkState(license);
        RuntimeIdentifier identifier = request.identifier();
        if (identifier == null) {
            throw new ErrorResponseException(400, "The calling domain cannot be determined.");
        }
        checkEnvironment(license, identifier);
        checkDomain(license, identifier);
        checkCaller(license, caller);
        if (!license.isTest
                && !license.usage.count(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), license.maxUsagePerDay)) {
            throw new ErrorResponseException(429, "This license has reached its daily usage limit.");
        }
        return license;
    }

    private LicenseRow license(RoutedRequest request) {
        String key = key(request);
        if (key == null) {
            throw new ErrorResponseException(401, "Missing required X-LICENSE-KEY header.");
        }
        LicenseRow license = store.licensesByKey.get(key);
        if (license == null) {
            throw new ErrorResponseException(403, "Invalid license key.");
        }
        return license;
    }

    /** The platform also accepts the key in the body and the query. */
    private static @Nullable String key(RoutedRequest request) {
        String header = request.raw().header("X-LICENSE-KEY");
        if (header != null && !header.isEmpty()) {
            return header;
        }
        return request.input().get("license") instanceof String inBody ? inBody : request.query("license");
    }

    private void checkState(LicenseRow license) {
        Instant now = clock.instant();
        if (license.project.isDeleted() || !license.project.isActive) {
            throw new ErrorResponseException(403, "This license's project is not active.");
        }
        if (license.project.lockedAt != null) {
            throw new ErrorResponseException(403, "This license's project is locked.");
        }
        if (license.isRevoked) {
            throw new ErrorResponseException(403, "This license has been revoked.");
        }
        if (license.isExpired(now)) {
            throw new ErrorResponseException(403, "This license has expired.");
        }
    }

    private void checkEnvironment(LicenseRow license, RuntimeIdentifier identifier) {
        if (license.isTest) {
            if (!identifier.isForTests()) {
                throw new ErrorResponseException(403, "A test license works on test domains only.");
            }
            return;
        }
        DomainRow registered = registered(license.project, identifier);
        if (registered != null && !registered.environment.equals("production")) {
            throw new ErrorResponseException(
                    403, "A production license does not work on a " + registered.environment + " domain.");
        }
    }

    private void checkDomain(LicenseRow license, RuntimeIdentifier identifier) {
        DomainRow registered = registered(license.project, identifier);
        if (isLocked(registered) || isLocked(pinned(license))) {
            throw new ErrorResponseException(403, "This domain is locked.");
        }
        boolean allowed =
                switch (license.validateAgainst) {
                    case PROJECT_DOMAINS -> isOnProjectDomain(license, registered);
                    case LICENSE_DOMAINS ->
                        license.usage.register(identifier, license.maxDomains, license.maxSubdomainsPerDomain);
                };
        if (!allowed) {
            throw new ErrorResponseException(403, WRONG_DOMAIN);
        }
    }

    private static boolean isLocked(@Nullable DomainRow domain) {
        return domain != null && domain.isLocked;
    }

    private @Nullable DomainRow pinned(LicenseRow license) {
        return license.domainId == null ? null : store.domains.find(license.domainId);
    }

    private static boolean isOnProjectDomain(LicenseRow license, @Nullable DomainRow registered) {
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
    DomainRow registered(ProjectRow project, RuntimeIdentifier identifier) {
        return store.domains.named(ProjectResourceRow.uniqueName(project, identifier.name()));
    }
}
