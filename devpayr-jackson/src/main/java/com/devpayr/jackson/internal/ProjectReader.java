package com.devpayr.jackson.internal;

import com.devpayr.project.Project;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Project}. */
final class ProjectReader extends ObjectReader<Project> {
    private final Field<Long> id = field("id", ValueReaders::integer);
    private final Field<String> name = field("name", ValueReaders::text);
    private final Field<String> slug = field("slug", ValueReaders::text);
    private final Field<String> description = field("description", ValueReaders::text);
    private final Field<String> defaultRedirectUrl = field("default_redirect_url", ValueReaders::text);
    private final Field<String> logoUrl = field("logo_url", ValueReaders::text);
    private final Field<String> webhookUrl = field("webhook_url", ValueReaders::text);
    private final Field<Map<String, @Nullable Object>> meta = field("meta", ValueReaders::map);
    private final Field<Boolean> isActive = field("is_active", ValueReaders::bool);
    private final Field<Boolean> hasPaid = field("has_paid", ValueReaders::bool);
    private final Field<Instant> lockedAt = field("locked_at", ValueReaders::time);
    private final Field<Instant> createdAt = field("created_at", ValueReaders::time);
    private final Field<Instant> updatedAt = field("updated_at", ValueReaders::time);

    @Override
    Project create(Values values) {
        return Project.builder(values.get(id, 0L), values.require(name), values.require(slug))
                .description(values.get(description))
                .defaultRedirectUrl(values.get(defaultRedirectUrl))
                .logoUrl(values.get(logoUrl))
                .webhookUrl(values.get(webhookUrl))
                .meta(values.get(meta, Map.of()))
                .isActive(values.get(isActive, false))
                .hasPaid(values.get(hasPaid, false))
                .lockedAt(values.get(lockedAt))
                .createdAt(values.get(createdAt))
                .updatedAt(values.get(updatedAt))
                .build();
    }
}
