package com.devpayr.jackson.internal;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import java.time.Instant;

/** Reads a {@link ProjectDomain}. */
final class ProjectDomainReader extends ObjectReader<ProjectDomain> {
    private final Field<Long> id = field("id", ValueReaders::integer);
    private final Field<Long> projectId = field("project_id", ValueReaders::integer);
    private final Field<String> domain = field("domain", ValueReaders::text);
    private final Field<DomainEnvironment> environment = field("environment", ValueReaders.of(DomainEnvironment::new));
    private final Field<Boolean> hasPaid = field("has_paid", ValueReaders::bool);
    private final Field<Boolean> isActive = field("is_active", ValueReaders::bool);
    private final Field<Boolean> isPrimary = field("is_primary", ValueReaders::bool);
    private final Field<Boolean> isVerified = field("is_verified", ValueReaders::bool);
    private final Field<Boolean> isLocked = field("is_locked", ValueReaders::bool);
    private final Field<Instant> createdAt = field("created_at", ValueReaders::time);
    private final Field<Instant> updatedAt = field("updated_at", ValueReaders::time);

    @Override
    ProjectDomain create(Values values) {
        return ProjectDomain.builder(values.get(id, 0L), values.require(domain))
                .projectId(values.get(projectId))
                .environment(values.get(environment))
                .hasPaid(values.get(hasPaid, false))
                .isActive(values.get(isActive, false))
                .isPrimary(values.get(isPrimary, false))
                .isVerified(values.get(isVerified))
                .isLocked(values.get(isLocked))
                .createdAt(values.get(createdAt))
                .updatedAt(values.get(updatedAt))
                .build();
    }
}
