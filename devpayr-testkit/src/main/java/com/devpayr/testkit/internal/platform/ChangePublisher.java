package com.devpayr.testkit.internal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.testkit.internal.webhook.QueuedWebhook;
import com.devpayr.testkit.internal.webhook.WebhookQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the changes of projects, domains and licenses as webhooks to the URL of the project, else of the account. A
 * change that changes no field publishes nothing.
 *
 * <p>Source: {@code docs/wire-contract.md}, Webhooks.
 */
final class ChangePublisher {
    private final Clock clock;
    private final WebhookQueue queue;

    ChangePublisher(Clock clock, WebhookQueue queue) {
        this.clock = clock;
        this.queue = queue;
    }

    void created(ProjectRow project) {
        publish(project, "project.created", project.json());
    }

    void created(DomainRow domain) {
        publish(domain.project, "domain.created", domain.json());
    }

    void created(LicenseRow license) {
        publish(license.project, "license.created", license.json(clock.instant()));
    }

    void deleted(DomainRow domain) {
        publish(domain.project, "domain.deleted", domain.json());
    }

    void deleted(LicenseRow license) {
        publish(license.project, "license.deleted", license.json(clock.instant()));
    }

    /** Runs a change of a project. */
    void change(ProjectRow project, Runnable change) {
        Map<String, @Nullable Object> before = project.json();
        boolean wasDeleted = project.isDeleted();
        change.run();
        Map<String, @Nullable Object> after = project.json();
        if (project.isDeleted()) {
            if (!wasDeleted) {
                publish(project, "project.deleted", after);
            }
            return;
        }
        boolean isUnlocked = before.get("locked_at") != null && after.get("locked_at") == null;
        if (differs(before, after, List.of("has_paid", "locked_at")) || isUnlocked) {
            publish(project, "project.updated", after);
        }
        if (!Objects.equals(before.get("has_paid"), after.get("has_paid"))) {
            publish(project, project.hasPaid ? "project.paid" : "project.unpaid", after);
        }
        if (before.get("locked_at") == null && after.get("locked_at") != null) {
            publish(project, "project.locked", after);
        }
    }

    /** Runs a change of a domain. */
    void change(DomainRow domain, Runnable change) {
        Map<String, @Nullable Object> before = domain.json();
        change.run();
        Map<String, @Nullable Object> after = domain.json();
        if (differs(before, after, List.of())) {
            publish(domain.project, "domain.updated", after);
        }
    }

    /** Runs a change of a license. */
    void change(LicenseRow license, Runnable change) {
        Instant now = clock.instant();
        Map<String, @Nullable Object> before = license.json(now);
        DomainStrategy strategy = license.validateAgainst;
        change.run();
        Map<String, @Nullable Object> after = license.json(now);
        if (differs(before, after, List.of("status")) || strategy != license.validateAgainst) {
            publish(license.project, "license.updated", after);
        }
        boolean wasRevoked = "revoked".equals(before.get("status"));
        if (license.isRevoked != wasRevoked) {
            publish(license.project, license.isRevoked ? "license.revoked" : "license.reactivated", after);
        }
        publishExpiry(license, now);
    }

    /** Publishes the licenses that have expired since the last call. */
    void publishExpiries(Store store) {
        Instant now = clock.instant();
        for (AccountRow account : store.accounts) {
            for (ProjectRow project : store.projects.of(account.id).values()) {
                if (url(project) != null && !project.isDeleted()) {
                    store.licenses.of(project.id).values().forEach(license -> publishExpiry(license, now));
                }
            }
        }
    }

    private void publishExpiry(LicenseRow license, Instant now) {
        boolean isExpired = license.isExpired(now);
        if (isExpired && !license.expiryIsPublished) {
            publish(license.project, "license.expired", license.json(now));
        }
        license.expiryIsPublished = isExpired;
    }

    private static boolean differs(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, List<String> ignored) {
        return !without(before, ignored).equals(without(after, ignored));
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> json, List<String> names) {
        Map<String, @Nullable Object> rest = new HashMap<>(json);
        rest.remove("updated_at");
        names.forEach(rest::remove);
        return rest;
    }

    private void publish(ProjectRow project, String event, Map<String, @Nullable Object> data) {
        String url = url(project);
        if (url == null) {
            return;
        }
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        Object body = Json.object("event", event, "id", id, "created_at", WireTimestamps.write(now), "data", data);
        queue.add(new QueuedWebhook(
                id, event, now, url, secret(project), new String(Json.bytes(body), UTF_8), List.of(), null));
    }

    private static @Nullable String url(ProjectRow project) {
        return project.webhookUrl != null ? project.webhookUrl : project.owner.webhookUrl;
    }

    /** A project with a URL, but without a secret, uses the secret of the account. */
    private static @Nullable String secret(ProjectRow project) {
        String own = project.webhookUrl == null ? null : project.webhookSecret;
        return own != null ? own : project.owner.webhookSecret;
    }
}
