package com.devpayr.testkit.internal.console;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.testkit.internal.platform.FieldParsers;
import com.devpayr.testkit.internal.platform.Form;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.LicenseRow;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.ProjectRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Endpoints of the console for properties of projects and licenses that the API does not expose. */
final class LicensingController {
    private final Platform platform;
    private final Clock clock;

    LicensingController(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    Object project(ConsoleRequest request) {
        return platform.view(data -> json(data.project(request.id())));
    }

    Object changeProject(ConsoleRequest request) {
        return platform.update(data -> {
            ProjectRow project = data.project(request.id());
            data.change(project, () -> {
                Form form = Form.forUpdate(request.input());
                form.flag("is_active").into(active -> project.isActive = active);
                form.flag("is_locked").into(locked -> project.lockedAt = locked ? clock.instant() : null);
                form.submit();
            });
            return json(project);
        });
    }

    private static Map<String, @Nullable Object> json(ProjectRow project) {
        return Json.object(
                "id",
                project.id,
                "is_active",
                project.isActive,
                "is_locked",
                project.lockedAt != null,
                "has_webhook_secret",
                project.hasWebhookSecret());
    }

    /** Returns the usage of the licenses with the given comma-separated ids. */
    Object usage(ConsoleRequest request) {
        return platform.view(data -> Json.object(
                "usage",
                ids(request, "licenses").map(id -> usage(data.license(id))).toList()));
    }

    /** Returns the last deliveries of the injectables with the given comma-separated ids. */
    Object deliveries(ConsoleRequest request) {
        return platform.view(data -> Json.object(
                "deliveries",
                ids(request, "injectables")
                        .map(data::injectable)
                        .map(row -> Json.object("id", row.id, "last_delivered_at", time(row.lastDeliveredAt())))
                        .toList()));
    }

    private static Stream<Long> ids(ConsoleRequest request, String name) {
        return Stream.of(request.query(name).split(",", -1))
                .map(FieldParsers::id)
                .filter(Objects::nonNull);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : WireTimestamps.write(time);
    }

    private Map<String, @Nullable Object> usage(LicenseRow license) {
        return Json.object(
                "id", license.id,
                "validate_against", license.validateAgainst.wireName(),
                "checks_today", license.usage().checksOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                "domains", license.usage().domains());
    }

    Object resetUsage(ConsoleRequest request) {
        return platform.update(data -> {
            LicenseRow license = data.license(request.id());
            license.resetUsage();
            return usage(license);
        });
    }
}
