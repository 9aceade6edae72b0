package com.devpayr.testkit.internal.platform;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The endpoints for payment status and the injectable stream. */
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

    PlatformResponse check(RoutedRequest request, CallerLocation caller) {
        LicenseRow license = enforcement.admit(request, caller);
        return respond(request, license.project, isPaid(request, license));
    }

    PlatformResponse status(RoutedRequest request) {
        ProjectRow project = access.admitToProject(request);
        return respond(request, project, isPaid(request, project));
    }

    PlatformResponse stream(RoutedRequest request, CallerLocation caller) {
        ProjectRow project = enforcement.admit(request, caller).project;
        RowPage<InjectableRow> page =
                RowPage.of(request, deliverable(project), row -> isDelivered(row, project.hasPaid), PAGE_SIZE);
        page.items().forEach(row -> row.lastDeliveredAt = clock.instant());
        Map<String, @Nullable Object> data = page.json("injectables", InjectableRow::streamJson);
        data.put("has_more", data.get("next_cursor") != null);
        return PlatformResponse.success(data);
    }

    private boolean isPaid(RoutedRequest request, LicenseRow license) {
        if (asksForProject(request)) {
            return license.project.hasPaid;
        }
        Long pinned = license.domainId;
        RuntimeIdentifier identifier = request.identifier();
        DomainRow domain = pinned != null
                ? store.domains.find(pinned)
                : identifier == null ? null : enforcement.registered(license.project, identifier);
        return domain != null && domain.hasPaid;
    }

    private boolean isPaid(RoutedRequest request, ProjectRow project) {
        if (asksForProject(request)) {
            return project.hasPaid;
        }
        RuntimeIdentifier identifier = request.identifier();
        if (identifier == null) {
            throw new ErrorResponseException(400, "The calling domain cannot be determined.");
        }
        DomainRow domain = enforcement.registered(project, identifier);
        if (domain == null) {
            throw new ErrorResponseException(403, "The calling domain does not belong to this project.");
        }
        return domain.hasPaid;
    }

    private static boolean asksForProject(RoutedRequest request) {
        return "check_project".equals(request.query("action"));
    }

    private PlatformResponse respond(RoutedRequest request, ProjectRow project, boolean paid) {
        Map<String, @Nullable Object> data = Json.object("has_paid", paid);
        if (paid && "injectables".equals(request.query("include"))) {
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
