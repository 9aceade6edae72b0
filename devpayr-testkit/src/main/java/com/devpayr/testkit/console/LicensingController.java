package com.devpayr.testkit.console;

import com.devpayr.testkit.platform.DomainStrategy;
import com.devpayr.testkit.platform.FieldParsers;
import com.devpayr.testkit.platform.Form;
import com.devpayr.testkit.platform.Json;
import com.devpayr.testkit.platform.LicenseRow;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.ProjectRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a project and its licenses have that the API does not show. */
final class LicensingController {
    private static final List<String> STRATEGIES =
            Stream.of(DomainStrategy.values()).map(LicensingController::word).toList();

    private final Platform platform;
    private final Clock clock;

    LicensingController(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    Object project(ConsoleRequest ask) {
        return platform.look(all -> json(all.project(ask.id())));
    }

    Object changeProject(ConsoleRequest ask) {
        return platform.read(all -> {
            ProjectRow project = all.project(ask.id());
            Form form = Form.forUpdate(ask.input());
            form.flag("is_active").into(active -> project.isActive = active);
            form.choice("strategy", STRATEGIES)
                    .into(word -> project.strategy = DomainStrategy.valueOf(word.toUpperCase(Locale.ROOT)));
            form.submit();
            return json(project);
        });
    }

    private static Map<String, @Nullable Object> json(ProjectRow project) {
        return Json.object(
                "id", project.id,
                "is_active", project.isActive,
                "strategy", word(project.strategy));
    }

    private static String word(DomainStrategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT);
    }

    /** Of the licenses whose numbers are given, separated by commas. */
    Object usage(ConsoleRequest ask) {
        return platform.look(all -> Json.object(
                "usage",
                Stream.of(ask.query("licenses").split(",", -1))
                        .map(FieldParsers::id)
                        .filter(Objects::nonNull)
                        .map(id -> usage(all.license(id)))
                        .toList()));
    }

    private Map<String, @Nullable Object> usage(LicenseRow license) {
        return Json.object(
                "id", license.id,
                "checks_today", license.usage().checksOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                "domains", license.usage().domains());
    }

    Object forgetUsage(ConsoleRequest ask) {
        return platform.read(all -> {
            LicenseRow license = all.license(ask.id());
            license.forgetUsage();
            return usage(license);
        });
    }
}
