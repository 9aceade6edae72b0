package com.devpayr.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain of a project: where its copies may run.
 *
 * <p>Source: wire contract, section 3, project domains. Components may be added in a minor version.
 *
 * @param id its number, 1 or more
 * @param projectId its project's number, if said
 * @param domain the host name, {@code localhost[:port]} or IP address
 * @param environment what it is used for; null in rows of a list
 * @param hasPaid whether it has been paid for
 * @param isActive whether copies may run there
 * @param isPrimary whether it is the project's first
 * @param isVerified whether the vendor has proven to own it; null in rows of a list
 * @param isLocked whether it is locked; null in rows of a list
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record ProjectDomain(
        long id,
        @Nullable Long projectId,
        String domain,
        @Nullable DomainEnvironment environment,
        boolean hasPaid,
        boolean isActive,
        boolean isPrimary,
        @Nullable Boolean isVerified,
        @Nullable Boolean isLocked,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** Checks what is certain. */
    public ProjectDomain {
        if (id < 1) {
            throw new IllegalArgumentException("id is missing or not positive");
        }
        requireNonNull(domain, "domain");
    }
}
