package com.devpayr.vertx;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.Ensure;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectService;
import com.devpayr.project.ProjectUpdate;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Access to the vendor's projects with Vert.x futures. Requires an API key.
 *
 * <pre>{@code
 * devpayr.projects().create(ProjectDraft.builder("Shop").build()).onSuccess(this::show);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link ProjectService} throws.
 *
 * <p>Source: {@code docs/wire-contract.md}, Projects.
 */
public interface VertxProjectService {
    /**
     * Returns one page of the projects that the API key may see: all of its owner's, or the one that it is scoped to.
     */
    @ApiOperation(Operation.PROJECT_LIST)
    Future<Page<Project>> list(PageRequest page);

    /** Returns all projects that the API key may see, fetched page by page. */
    default VertxPagedStream<Project> listAll() {
        return new VertxPagedStream<>(Operation.PROJECT_LIST, page -> list(page));
    }

    /** Returns one project; up to 15 minutes old, since DevPayr caches it. */
    @ApiOperation(Operation.PROJECT_GET)
    Future<Project> get(long projectId);

    /**
     * Creates a project. Requires a global API key. Fails with a {@code ForbiddenException} if the plan's limit is
     * reached.
     */
    @ApiOperation(Operation.PROJECT_CREATE)
    Future<Project> create(ProjectDraft draft);

    /** Updates the fields that are set, such as the payment status. */
    @ApiOperation(Operation.PROJECT_UPDATE)
    Future<Project> update(long projectId, ProjectUpdate update);

    /**
     * Deletes a project. Its licenses, domains and injectables become inaccessible. Fails with status 403 if the plan of the
     * account does not permit it.
     */
    @ApiOperation(Operation.PROJECT_DELETE)
    Future<Void> delete(long projectId);

    /**
     * Finds the project with a slug among those that the API key has access to, or returns empty. Reads the whole list. Fails with a
     * {@link com.devpayr.error.ProtocolException} if the list contains two.
     */
    default Future<Optional<Project>> findBySlug(String slug) {
        return Provisioning.find(
                () -> Lookup.create(Operation.PROJECT_LIST, "slug", slug, Project::slug, Project::id), listAll());
    }

    /**
     * Returns the project with the slug of the draft. Creates it if there is none, which requires a global API key; an existing
     * project is returned as it is, even if it differs from the draft.
     *
     * <p>Safe to repeat and to call concurrently: if DevPayr rejects the request to create the project or its response is
     * lost, the list is read again. A request that may have been processed is never repeated. If the project is not in the
     * list either, the future fails with the failure of the request. The draft must have a slug.
     */
    default Future<EnsureResult<Project>> ensure(ProjectDraft draft) {
        return Provisioning.ensure(
                () -> findBySlug(Ensure.nameOf(
                        "slug", Preconditions.present("draft", draft).slug())),
                () -> create(draft));
    }
}
