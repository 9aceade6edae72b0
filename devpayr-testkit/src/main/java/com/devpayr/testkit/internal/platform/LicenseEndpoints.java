package com.devpayr.testkit.internal.platform;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The endpoints for licenses. */
final class LicenseEndpoints {
    private static final int PAGE_SIZE = 20;
    private static final String REACTIVATED = "License reactivated successfully.";

    private final Store store;
    private final ApiKeyAuthorizer access;
    private final Clock clock;
    private final ChangePublisher changes;

    LicenseEndpoints(Store store, ApiKeyAuthorizer access, Clock clock, ChangePublisher changes) {
        this.store = store;
        this.access = access;
        this.clock = clock;
        this.changes = changes;
    }

    PlatformResponse list(RoutedRequest request) {
        ProjectRow project = access.admitToProject(request);
        return PlatformResponse.success(
                RowPage.of(request, store.licenses.of(project.id).descendingMap(), license -> true, PAGE_SIZE)
                        .json("data", this::json));
    }

    PlatformResponse get(RoutedRequest request) {
        access.requireInProject(request, store.licenses.find(request.childId()));
        return PlatformResponse.success(json(in(access.admitToProject(request), request, 404)));
    }

    PlatformResponse create(RoutedRequest request) {
        return PlatformResponse.created(json(add(access.admitToProject(request), request.input())));
    }

    LicenseRow add(ProjectRow project, Map<String, @Nullable Object> input) {
        LicenseRow license = new LicenseRow(store.licenses.nextId(), clock.instant(), project, newLicenseKey(clock));
        license.maxDomains = project.owner.defaultMaxDomains;
        license.maxSubdomainsPerDomain = project.owner.defaultMaxSubdomainsPerDomain;
        license.maxUsagePerDay = project.owner.defaultMaxUsagePerDay;
        write(license, Form.forCreate(input));
        store.licensesByKey.put(license.uuid, license);
        changes.created(license);
        return license;
    }

    /** Returns a UUID of version 7: the time in milliseconds followed by random bits. */
    static String newLicenseKey(Clock clock) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    PlatformResponse update(RoutedRequest request) {
        LicenseRow license = in(access.admitToProject(request), request, 404);
        changes.change(license, () -> write(license, Form.forUpdate(request.input())));
        return PlatformResponse.success(json(license));
    }

    PlatformResponse revoke(RoutedRequest request) {
        LicenseRow license = in(access.admitToProject(request), request, 403);
        if (license.isRevoked || license.isExpired(clock.instant())) {
            throw new ErrorResponseException(403, "Only an active license can be revoked.");
        }
        setRevoked(license, true);
        return PlatformResponse.success("License revoked successfully.", null);
    }

    PlatformResponse reactivate(RoutedRequest request) {
        LicenseRow license = in(access.admitToProject(request), request, 403);
        if (!license.isRevoked || license.isExpired(clock.instant())) {
            throw new ErrorResponseException(403, "Only a revoked license that has not expired can be reactivated.");
        }
        setRevoked(license, false);
        return PlatformResponse.success(REACTIVATED, Json.object("message", REACTIVATED));
    }

    private void setRevoked(LicenseRow license, boolean revoked) {
        changes.change(license, () -> {
            license.isRevoked = revoked;
            license.updatedAt = clock.instant();
        });
    }

    PlatformResponse delete(RoutedRequest request) {
        LicenseRow license = in(access.admitToProject(request), request, 422);
        store.licenses.remove(license);
        store.licensesByKey.remove(license.uuid);
        changes.deleted(license);
        return PlatformResponse.success("License deleted successfully.", Json.object("id", license.id));
    }

    private LicenseRow in(ProjectRow project, RoutedRequest request, int statusWhenForeign) {
        LicenseRow license = store.licenses.get(request.childId());
        if (license.project != project) {
            throw new ErrorResponseException(statusWhenForeign, "License does not belong to this project.");
        }
        return license;
    }

    private void write(LicenseRow license, Form form) {
        form.text("title", 255)
                .required()
                .must(title -> !isTaken(license, title), "has already been taken")
                .into(title -> license.title = title);
        form.field("domain_id", FieldParsers::id)
                .must(id -> isDomainOf(license.project, id), "must be a domain of the project")
                .intoNullable(id -> license.domainId = id);
        form.field("expires_at", FieldParsers::time)
                .must(time -> time.isAfter(clock.instant()), "must be a date in the future")
                .intoNullable(time -> license.expiresAt = time);
        form.limit("max_domains").intoNullable(maximum -> license.maxDomains = maximum);
        form.limit("max_subdomains_per_domain").intoNullable(maximum -> license.maxSubdomainsPerDomain = maximum);
        form.limit("max_usage_per_day").intoNullable(maximum -> license.maxUsagePerDay = maximum);
        form.field("allowed_ips", FieldParsers::commaList).intoNullable(ips -> license.allowedIps = orNone(ips));
        form.field("allowed_countries", FieldParsers::commaList)
                .must(FieldParsers::isCountries, "must contain two-letter codes")
                .intoNullable(countries -> license.allowedCountries = orNone(countries));
        form.flag("is_test_license").into(test -> license.isTest = test);
        form.flag("allow_configs").into(allow -> license.allowConfigs = allow);
        form.choice("validate_against", DomainStrategy.wireNames())
                .into(name -> license.validateAgainst = DomainStrategy.of(name));
        form.submit();
        license.updatedAt = clock.instant();
        store.licenses.save(license);
    }

    private boolean isTaken(LicenseRow license, String title) {
        return store.licenses.isTaken(ProjectResourceRow.uniqueName(license.project, title), license.id);
    }

    private boolean isDomainOf(ProjectRow project, long id) {
        DomainRow domain = store.domains.find(id);
        return domain != null && domain.project == project;
    }

    private Map<String, @Nullable Object> json(LicenseRow license) {
        return license.json(clock.instant());
    }

    private static List<String> orNone(@Nullable List<String> entries) {
        return entries == null ? List.of() : entries;
    }
}
