package com.devpayr.cli;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainUpdate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that creating and updating a domain have in common. */
final class DomainOptions {
    @Option(
            names = "--primary",
            negatable = true,
            fallbackValue = "true",
            description = "Whether the domain is the primary domain of its project.")
    @Nullable
    Boolean primary;

    @Option(
            names = "--verified",
            negatable = true,
            fallbackValue = "true",
            description = "Whether you have proven to own the domain.")
    @Nullable
    Boolean verified;

    @Option(names = "--locked", negatable = true, fallbackValue = "true", description = "Whether the domain is locked.")
    @Nullable
    Boolean locked;

    @Option(
            names = "--paid",
            negatable = true,
            fallbackValue = "true",
            description = "Marks the domain as paid or not paid.")
    @Nullable
    Boolean paid;

    @Option(
            names = "--active",
            negatable = true,
            fallbackValue = "true",
            description = "Whether applications may run on the domain.")
    @Nullable
    Boolean active;

    DomainDraft.Builder apply(DomainDraft.Builder draft) {
        Optionally.set(primary, draft::isPrimary);
        Optionally.set(verified, draft::isVerified);
        Optionally.set(locked, draft::isLocked);
        Optionally.set(paid, draft::hasPaid);
        Optionally.set(active, draft::isActive);
        return draft;
    }

    DomainUpdate.Builder apply(DomainUpdate.Builder update) {
        Optionally.set(primary, update::isPrimary);
        Optionally.set(verified, update::isVerified);
        Optionally.set(locked, update::isLocked);
        Optionally.set(paid, update::hasPaid);
        Optionally.set(active, update::isActive);
        return update;
    }
}
