package com.devpayr.testkit.internal.console;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.testkit.internal.platform.AccountRow;
import com.devpayr.testkit.internal.platform.ApiKeyRow;
import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.FieldParsers;
import com.devpayr.testkit.internal.platform.Form;
import com.devpayr.testkit.internal.platform.IssuedKey;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.PlatformData;
import com.devpayr.testkit.model.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints of the console for API keys. Only the response to a creation contains the value of a key. */
final class KeyController {
    private static final int MAX_OVERLAP_HOURS = 24 * 365;

    private final Platform platform;
    private final Clock clock;

    KeyController(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    Object list(ConsoleRequest request) {
        return platform.view(data -> Json.object(
                "keys",
                data.keys(ConsoleRouter.account(data, request.id())).stream()
                        .map(this::json)
                        .toList(),
                "scopes",
                Scope.values()));
    }

    Object create(ConsoleRequest request) {
        return platform.update(
                data -> withValue(new Draft(data, ConsoleRouter.account(data, request.id())).create(request.input())));
    }

    Object revoke(ConsoleRequest request) {
        return platform.update(data -> {
            ApiKeyRow key = data.key(request.id());
            key.isRevoked = true;
            return json(key);
        });
    }

    Object rotate(ConsoleRequest request) {
        return platform.update(data -> {
            int[] hours = {0};
            Form form = Form.forCreate(request.input());
            form.limit("overlap_hours")
                    .required()
                    .must(value -> value <= MAX_OVERLAP_HOURS, "must be at most 1 year")
                    .into(value -> hours[0] = value);
            form.submit();
            return withValue(data.rotate(data.key(request.id()), Duration.ofHours(hours[0])));
        });
    }

    Object delete(ConsoleRequest request) {
        return platform.update(data -> {
            data.delete(data.key(request.id()));
            return Map.of();
        });
    }

    private static Object withValue(IssuedKey issued) {
        return Json.object("id", issued.id(), "value", issued.value());
    }

    private Map<String, @Nullable Object> json(ApiKeyRow key) {
        return Json.object(
                "id", key.id,
                "name", key.name,
                "prefix", key.prefix,
                "project_id", key.projectId,
                "scopes", key.scopes,
                "expires_at", time(key.expiresAt),
                "last_used_at", time(key.lastUsedAt),
                "status", key.isRevoked ? "revoked" : key.isValid(clock.instant()) ? "active" : "expired");
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : WireTimestamps.write(time);
    }

    /** The fields of the form "Create new key". */
    private final class Draft {
        private final PlatformData data;
        private final AccountRow owner;
        private String name = "";
        private Set<Scope> scopes = Set.of();
        private @Nullable Long projectId;
        private @Nullable Instant expiresAt;

        Draft(PlatformData data, AccountRow owner) {
            this.data = data;
            this.owner = owner;
        }

        IssuedKey create(Map<String, @Nullable Object> input) {
            Form form = Form.forCreate(input);
            form.text("name", 255).required().into(text -> name = text);
            form.field("scopes", Draft::scopes)
                    .required()
                    .must(given -> !given.isEmpty(), "must contain at least one scope")
                    .into(given -> scopes = given);
            form.field("project_id", FieldParsers::id)
                    .must(this::isOwned, "must be a project of the account")
                    .intoNullable(id -> projectId = id);
            form.field("expires_at", FieldParsers::time)
                    .must(time -> time.isAfter(clock.instant()), "must be a date in the future")
                    .intoNullable(time -> expiresAt = time);
            form.submit();
            return data.addKey(owner, name, projectId, scopes, expiresAt);
        }

        private boolean isOwned(long id) {
            try {
                return data.project(id).owner() == owner;
            } catch (ErrorResponseException none) {
                return false;
            }
        }

        private static @Nullable Set<Scope> scopes(Object raw) {
            if (!(raw instanceof List<?> names)) {
                return null;
            }
            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
            for (Scope scope : Scope.values()) {
                if (names.contains(scope.value())) {
                    scopes.add(scope);
                }
            }
            return scopes.size() == names.size() ? scopes : null;
        }
    }
}
