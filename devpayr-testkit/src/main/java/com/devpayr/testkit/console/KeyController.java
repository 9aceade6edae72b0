package com.devpayr.testkit.console;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.platform.AccountRow;
import com.devpayr.testkit.platform.ApiKeyRow;
import com.devpayr.testkit.platform.ErrorResponseException;
import com.devpayr.testkit.platform.FieldParsers;
import com.devpayr.testkit.platform.Form;
import com.devpayr.testkit.platform.IssuedKey;
import com.devpayr.testkit.platform.Json;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.PlatformData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys. A new one's value is in the answer that creates it, and in no other. */
final class KeyController {
    private static final int LONGEST_OVERLAP_HOURS = 24 * 365;

    private final Platform platform;
    private final Clock clock;

    KeyController(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    Object list(ConsoleRequest ask) {
        return platform.look(all -> Json.object(
                "keys",
                all.keys(ConsoleRouter.account(all, ask.id())).stream()
                        .map(this::json)
                        .toList(),
                "scopes",
                Scope.values()));
    }

    Object create(ConsoleRequest ask) {
        return platform.read(all -> shown(new Draft(all, ConsoleRouter.account(all, ask.id())).create(ask.input())));
    }

    Object revoke(ConsoleRequest ask) {
        return platform.read(all -> {
            ApiKeyRow key = all.key(ask.id());
            key.isRevoked = true;
            return json(key);
        });
    }

    Object rotate(ConsoleRequest ask) {
        return platform.read(all -> {
            int[] hours = {0};
            Form form = Form.forCreate(ask.input());
            form.limit("overlap_hours")
                    .required()
                    .must(value -> value <= LONGEST_OVERLAP_HOURS, "must be a year at most")
                    .into(value -> hours[0] = value);
            form.submit();
            return shown(all.rotate(all.key(ask.id()), Duration.ofHours(hours[0])));
        });
    }

    Object delete(ConsoleRequest ask) {
        return platform.read(all -> {
            all.delete(all.key(ask.id()));
            return Map.of();
        });
    }

    private static Object shown(IssuedKey issued) {
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

    /** The form "Create new key". */
    private final class Draft {
        private final PlatformData all;
        private final AccountRow owner;
        private String name = "";
        private Set<Scope> scopes = Set.of();
        private @Nullable Long projectId;
        private @Nullable Instant expiresAt;

        Draft(PlatformData all, AccountRow owner) {
            this.all = all;
            this.owner = owner;
        }

        IssuedKey create(Map<String, @Nullable Object> input) {
            Form form = Form.forCreate(input);
            form.text("name", 255).required().into(text -> name = text);
            form.field("scopes", Draft::scopes)
                    .required()
                    .must(some -> !some.isEmpty(), "must hold at least one scope")
                    .into(some -> scopes = some);
            form.field("project_id", FieldParsers::id)
                    .must(this::isOwned, "is no project of the account")
                    .intoNullable(id -> projectId = id);
            form.field("expires_at", FieldParsers::time)
                    .must(time -> time.isAfter(clock.instant()), "must be a date in the future")
                    .intoNullable(time -> expiresAt = time);
            form.submit();
            return all.addKey(owner, name, projectId, scopes, expiresAt);
        }

        private boolean isOwned(long id) {
            try {
                return all.project(id).owner() == owner;
            } catch (ErrorResponseException none) {
                return false;
            }
        }

        private static @Nullable Set<Scope> scopes(Object raw) {
            if (!(raw instanceof List<?> words)) {
                return null;
            }
            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
            for (Scope scope : Scope.values()) {
                if (words.contains(scope.value())) {
                    scopes.add(scope);
                }
            }
            return scopes.size() == words.size() ? scopes : null;
        }
    }
}
