package com.devpayr.testkit.internal.platform;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoints for projects. */
final class ProjectEndpoints {
    private static final int PAGE_SIZE = 50;

    private final Store store;
    private final ApiKeyAuthorizer access;
    private final Clock clock;
    private final ChangePublisher changes;

    ProjectEndpoints(Store store, ApiKeyAuthorizer access, Clock clock, ChangePublisher changes) {
        this.store = store;
        this.access = access;
        this.clock = clock;
        this.changes = changes;
    }

    PlatformResponse list(RoutedRequest request) {
        ApiKeyRow key = access.admit(request);
        return PlatformResponse.success(RowPage.of(
                        request,
                        store.projects.of(key.owner.id),
                        project -> !project.isDeleted() && (key.projectId == null || key.projectId == project.id),
                        PAGE_SIZE)
                .json("data", ProjectRow::json));
    }

    PlatformResponse get(RoutedRequest request) {
        return PlatformResponse.success(access.admitToProject(request).json());
    }

    PlatformResponse create(RoutedRequest request) {
        ApiKeyRow key = access.admit(request);
        if (key.projectId != null) {
            throw new ErrorResponseException(403, "Only a global API key can create projects.");
        }
        requireCapacity(key.owner);
        return PlatformResponse.created(add(key.owner, request.input()).json());
    }

    ProjectRow add(AccountRow owner, Map<String, @Nullable Object> input) {
        ProjectRow project = new ProjectRow(store.projects.nextId(), clock.instant(), owner);
        fill(project, Form.forCreate(input));
        store(project);
        changes.created(project);
        return project;
    }

    /** Stores a project. Generates a slug if it has none. */
    void store(ProjectRow project) {
        if (project.slug.isEmpty()) {
            project.slug = freeSlug(project);
        }
        store.projects.save(project);
    }

    PlatformResponse update(RoutedRequest request) {
        ProjectRow project = access.admitToProject(request);
        changes.change(project, () -> {
            fill(project, Form.forUpdate(request.input()));
            project.updatedAt = clock.instant();
            store.projects.save(project);
        });
        return PlatformResponse.success(project.json());
    }

    PlatformResponse delete(RoutedRequest request) {
        ProjectRow project = access.admitToProject(request);
        if (!project.owner.allowsDeletingProjects) {
            throw new ErrorResponseException(403, "Your plan does not allow deleting projects.");
        }
        changes.change(project, () -> project.deletedAt = clock.instant());
        return PlatformResponse.success(null);
    }

    private void requireCapacity(AccountRow owner) {
        Integer maximum = owner.maxProjects;
        long present = store.projects.of(owner.id).values().stream()
                .filter(project -> !project.isDeleted())
                .count();
        if (maximum != null && present >= maximum) {
            throw new ErrorResponseException(403, "Your plan allows " + maximum + " projects.");
        }
    }

    private void fill(ProjectRow project, Form form) {
        form.text("name", 255).required().into(name -> project.name = name);
        form.text("slug", 255)
                .must(
                        slug -> slug.matches("[A-Za-z0-9_-]+"),
                        "must only contain letters, digits, dashes and underscores")
                .must(slug -> !store.projects.isTaken(slug, project.id), "has already been taken")
                .into(slug -> project.slug = slug);
        form.text("description", 1000).intoNullable(text -> project.description = text);
        form.url("default_redirect_url").intoNullable(url -> project.defaultRedirectUrl = url);
        form.url("logo_url").intoNullable(url -> project.logoUrl = url);
        form.url("webhook_url").intoNullable(url -> project.webhookUrl = url);
        form.text("webhook_secret", 255).intoNullable(secret -> project.webhookSecret = secret);
        form.field("meta", FieldParsers::object).into(meta -> project.meta = meta);
        form.flag("has_paid").into(paid -> project.hasPaid = paid);
        form.submit();
    }

    private String freeSlug(ProjectRow project) {
        String base = slugOf(project.name);
        return store.projects.isTaken(base, project.id) || base.isEmpty() ? base + "-" + project.id : base;
    }

    static String slugOf(@Nullable String text) {
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
