package com.devpayr.testkit.platform;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** What a running copy asks, and what the backend may ask in its place. */
final class Payments {
    private static final int PAGE_SIZE = 50;

    private final Store store;
    private final Access access;
    private final Enforcement enforcement;
    private final Clock clock;

    Payments(Store store, Access access, Enforcement enforcement, Clock clock) {
        this.store = store;
        this.access = access;
        this.enforcement = enforcement;
        this.clock = clock;
    }

    PlatformResponse check(Visit visit, Caller caller) {
        LicenseRow license = enforcement.admit(visit, caller);
        return answer(visit, license.project, isPaid(visit, license));
    }

    PlatformResponse status(Visit visit) {
        ProjectRow project = access.admitToProject(visit);
        return answer(visit, project, isPaid(visit, project));
    }

    PlatformResponse stream(Visit visit, Caller caller) {
        ProjectRow project = enforcement.admit(visit, caller).project;
        Pages<InjectableRow> page =
                Pages.of(visit, deliverable(project), row -> isDelivered(row, project.hasPaid), PAGE_SIZE);
        page.items().forEach(row -> row.lastDeliveredAt = clock.instant());
        Map<String, @Nullable Object> data = page.json("injectables", InjectableRow::streamJson);
        data.put("has_more", data.get("next_cursor") != null);
        return PlatformResponse.success(data);
    }

    private boolean isPaid(Visit visit, LicenseRow license) {
        if (asksForProject(visit)) {
            return license.project.hasPaid;
        }
        Long pinned = license.domainId;
        Identifier here = visit.identifier();
        DomainRow domain = pinned != null
                ? store.domains.find(pinned)
                : here == null ? null : enforcement.registered(license.project, here);
        return domain != null && domain.hasPaid;
    }

    private boolean isPaid(Visit visit, ProjectRow project) {
        if (asksForProject(visit)) {
            return project.hasPaid;
        }
        Identifier here = visit.identifier();
        if (here == null) {
            throw new Refusal(400, "The calling domain cannot be determined.");
        }
        DomainRow domain = enforcement.registered(project, here);
        if (domain == null) {
            throw new Refusal(403, "The calling domain does not belong to this project.");
        }
        return domain.hasPaid;
    }

    private static boolean asksForProject(Visit visit) {
        return "check_project".equals(visit.query("action"));
    }

    private PlatformResponse answer(Visit visit, ProjectRow project, boolean paid) {
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
