package com.devpayr.vertx;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectService;
import com.devpayr.project.ProjectUpdate;
import io.vertx.core.Future;

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
    default VertxPagedList<Project> listAll() {
        return new VertxPagedList<>(Operation.PROJECT_LIST, page -> list(page));
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
}
