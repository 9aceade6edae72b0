package com.devpayr.testkit.internal.console;

import com.devpayr.testkit.internal.platform.DomainStrategy;
import com.devpayr.testkit.internal.platform.FieldParsers;
import com.devpayr.testkit.internal.platform.Form;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.LicenseRow;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.ProjectRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Endpoints of the console for properties of projects and licenses that the API does not expose. */
final class LicensingController {
    private static final List<String> STRATEGIES = Stream.of(DomainStrategy.values())
            .map(LicensingController::wireName)
            .toList();

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
            Form form = Form.forUpdate(request.input());
            form.flag("is_active").into(active -> project.isActive = active);
            form.choice("strategy", STRATEGIES)
                    .into(name -> project.strategy = DomainStrategy.valueOf(name.toUpperCase(Locale.ROOT)));
            form.submit();
            return json(project);
        });
    }

    private static Map<String, @Nullable Object> json(ProjectRow project) {
        return Json.object(
                "id", project.id,
                "is_active", project.isActive,
                "strategy", wireName(project.strategy));
    }

    private static String wireName(DomainStrategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the usage of the licenses with the given comma-separated ids. */
    Object usage(ConsoleRequest request) {
        return platform.view(data -> Json.object(
                "usage",
                Stream.of(request.query("licenses").split(",", -1))
                        .map(FieldParsers::id)
                        .filter(Objects::nonNull)
                        .map(id -> usage(data.license(id)))
                        .toList()));
    }

    private Map<String, @Nullable Object> usage(LicenseRow license) {
        return Json.object(
                "id", license.id,
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
