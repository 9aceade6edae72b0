package com.devpayr.cli;

import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that creating and updating a project have in common. */
final class ProjectOptions {
    @Option(
            names = "--slug",
            paramLabel = "SLUG",
            description = "Globally unique short name: letters, digits, - and _.")
    @Nullable
    String slug;

    @Option(names = "--description", paramLabel = "TEXT", description = "Description, at most 1000 characters.")
    @Nullable
    String description;

    @Option(
            names = "--redirect-url",
            paramLabel = "URL",
            description = "URL that visitors of an unlicensed application are redirected to.")
    @Nullable
    String redirectUrl;

    @Option(names = "--logo-url", paramLabel = "URL", description = "URL of the logo.")
    @Nullable
    String logoUrl;

    @Option(names = "--webhook-url", paramLabel = "URL", description = "URL that DevPayr sends events to.")
    @Nullable
    String webhookUrl;

    @Option(
            names = "--with-webhook-secret",
            description = "Sets the secret that DevPayr signs events with, from DEVPAYR_WEBHOOK_SECRET,"
                    + " DEVPAYR_WEBHOOK_SECRET_FILE or a prompt.")
    boolean withWebhookSecret;

    @Option(
            names = "--meta",
            paramLabel = "KEY=VALUE",
            description = "Metadata; replaces all metadata. Can be repeated.")
    Map<String, String> meta = new LinkedHashMap<>();

    @Option(
            names = "--paid",
            negatable = true,
            fallbackValue = "true",
            description = "Marks the project as paid or not paid.")
    @Nullable
    Boolean paid;

    ProjectDraft.Builder apply(ProjectDraft.Builder draft, Supplier<Secret> webhookSecret) {
        Optionally.set(slug, draft::slug);
        Optionally.set(description, draft::description);
        Optionally.set(redirectUrl, draft::defaultRedirectUrl);
        Optionally.set(logoUrl, draft::logoUrl);
        Optionally.set(webhookUrl, draft::webhookUrl);
        Optionally.set(withWebhookSecret ? webhookSecret.get() : null, draft::webhookSecret);
        Optionally.set(meta.isEmpty() ? null : meta, draft::meta);
        Optionally.set(paid, draft::hasPaid);
        return draft;
    }

    ProjectUpdate.Builder apply(ProjectUpdate.Builder update, Supplier<Secret> webhookSecret) {
        Optionally.set(slug, update::slug);
        Optionally.set(description, update::description);
        Optionally.set(redirectUrl, update::defaultRedirectUrl);
        Optionally.set(logoUrl, update::logoUrl);
        Optionally.set(webhookUrl, update::webhookUrl);
        Optionally.set(withWebhookSecret ? webhookSecret.get() : null, update::webhookSecret);
        Optionally.set(meta.isEmpty() ? null : meta, update::meta);
        Optionally.set(paid, update::hasPaid);
        return update;
    }
}
