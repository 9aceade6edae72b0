package com.devpayr.cli;

import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableUpdate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that creating and updating an injectable have in common. */
final class InjectableOptions {
    @Option(names = "--title", paramLabel = "TITLE", description = "Title.")
    @Nullable
    String title;

    @Option(names = "--slug", paramLabel = "SLUG", description = "Name, unique in the project.")
    @Nullable
    String slug;

    @Option(names = "--validate-endpoint", paramLabel = "URL", description = "URL that validates the injectable.")
    @Nullable
    String validateEndpoint;

    @Option(
            names = "--only-if-paid",
            negatable = true,
            fallbackValue = "true",
            description = "Whether to deliver the injectable to paid applications only. On by default.")
    @Nullable
    Boolean onlyIfPaid;

    @Option(
            names = "--active",
            negatable = true,
            fallbackValue = "true",
            description = "Whether to deliver the injectable at all. On by default.")
    @Nullable
    Boolean active;

    InjectableDraft.Builder apply(InjectableDraft.Builder draft) {
        Optionally.set(title, draft::title);
        Optionally.set(slug, draft::slug);
        Optionally.set(validateEndpoint, draft::validateEndpoint);
        Optionally.set(onlyIfPaid, draft::onlyIfPaid);
        Optionally.set(active, draft::isActive);
        return draft;
    }

    InjectableUpdate.Builder apply(InjectableUpdate.Builder update) {
        Optionally.set(title, update::title);
        Optionally.set(slug, update::slug);
        Optionally.set(validateEndpoint, update::validateEndpoint);
        Optionally.set(onlyIfPaid, update::onlyIfPaid);
        Optionally.set(active, update::isActive);
        return update;
    }
}
