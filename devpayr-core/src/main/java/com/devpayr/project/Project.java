package com.devpayr.project;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project: what a vendor sells, and what licenses, domains and injectables belong to.
 *
 * <p>Source: wire contract, section 3, projects. Components may be added in a minor version.
 *
 * @param id its number, 1 or more
 * @param name its name
 * @param slug its globally unique short name
 * @param description what it is, if said
 * @param defaultRedirectUrl where an unlicensed copy sends its visitors
 * @param logoUrl its logo
 * @param webhookUrl where DevPayr reports events
 * @param meta the vendor's own data; unmodifiable
 * @param isActive whether its licenses work at all
 * @param hasPaid whether it has been paid for
 * @param lockedAt when it was locked, null when it is not
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record Project(
        long id,
        String name,
        String slug,
        @Nullable String description,
        @Nullable String defaultRedirectUrl,
        @Nullable String logoUrl,
        @Nullable String webhookUrl,
        Map<String, @Nullable Object> meta,
        boolean isActive,
        boolean hasPaid,
        @Nullable Instant lockedAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** Checks what is certain and copies the meta data. */
    public Project {
        if (id < 1) {
            throw new IllegalArgumentException("id is missing or not positive");
        }
        requireNonNull(name, "name");
        requireNonNull(slug, "slug");
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(meta, "meta")));
    }
}
