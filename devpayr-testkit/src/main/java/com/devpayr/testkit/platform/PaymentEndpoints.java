package com.devpayr.testkit.platform;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** What a running copy asks, and what the backend may ask in its place. */
final class PaymentEndpoints {
    private static final int PAGE_SIZE = 50;

    private final Store store;
    private final ApiKeyAuthorizer access;
    private final RuntimeEnforcement enforcement;
    private final Clock clock;

    PaymentEndpoints(Store store, ApiKeyAuthorizer access, RuntimeEnforcement enforcement, Clock clock) {
        this.store = store;
        this.access = access;
        this.enforcement = enforcement;
        this.clock = clock;
    }

    PlatformResponse check(RoutedRequest visit, CallerLocation caller) {
        LicenseRow license = enforcement.admit(visit, caller);
        return answer(visit, license.project, isPaid(visit, license));
    }

    PlatformResponse status(RoutedRequest visit) {
        ProjectRow project = access.admitToProject(visit);
        return answer(visit, project, isPaid(visit, project));
    }

    PlatformResponse stream(RoutedRequest visit, CallerLocation caller) {
        ProjectRow project = enforcement.admit(visit, caller).project;
        RowPage<InjectableRow> page =
                RowPage.of(visit, deliverable(project), row -> isDelivered(row, project.hasPaid), PAGE_SIZE);
        page.items().forEach(row -> row.lastDeliveredAt = clock.instant());
        Map<String, @Nullable Object> data = page.json("injectables", InjectableRow::streamJson);
        data.put("has_more", data.get("next_cursor") != null);
        return PlatformResponse.success(data);
    }

    private boolean isPaid(RoutedRequest visit, LicenseRow license) {
        if (asksForProject(visit)) {
            return license.project.hasPaid;
        }
        Long pinned = license.domainId;
        RuntimeIdentifier here = visit.identifier();
        DomainRow domain = pinned != null
                ? store.domains.find(pinned)
                : here == null ? null : enforcement.registered(license.project, here);
        return domain != null && domain.hasPaid;
    }

    private boolean isPaid(RoutedRequest visit, ProjectRow project) {
        if (asksForProject(visit)) {
            return project.hasPaid;
        }
        RuntimeIdentifier here = visit.identifier();
        if (here == null) {
            throw new ErrorResponseException(400, "The calling domain cannot be determined.");
        }
        DomainRow domain = enforcement.registered(project, here);
        if (domain == null) {
            throw new ErrorResponseException(403, "The calling domain does not belong to this project.");
        }
        return domain.hasPaid;
    }

    private static boolean asksForProject(RoutedRequest visit) {
        return "check_project".equals(visit.query("action"));
    }

    private PlatformResponse answer(RoutedRequest visit, ProjectRow project, boolean paid) {
        Map<String, @Nullable Object> data = Json.object("has_paid", paid);
        if (paid && "injectables".equals(visit.query("include"))) {
            data.put("injectables", delivered(project));
        }
        return PlatformResponse.success(data);
    }

    private List<Map<String, @Nullable Object>> delivered(ProjectRow project) {
        return deliverable(project).values().stream()
                .filter(row -> isDelivered(row, true))
                .peek(row -> row.lastDeliveredAt = clock.instant())
                .map(InjectableRow::streamJson)
                .toList();
    }

    private NavigableMap<Long, InjectableRow> deliverable(ProjectRow project) {
        return store.injectables.of(project.id);
    }

    private static boolean isDelivered(InjectableRow row, boolean paid) {
        return row.isActive && (paid || !row.onlyIfPaid);
    }
}
