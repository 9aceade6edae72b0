package com.devpayr.project;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import java.util.concurrent.CompletableFuture;

/**
 * Asynchronous access to a vendor's projects. Requires an API key.
 *
 * <pre>{@code
 * devpayr.projects().create(ProjectDraft.builder("Shop").build()).thenAccept(this::show);
 * }</pre>
 *
 * <p>Futures fail with the exceptions that {@link ProjectService} throws, not wrapped. The methods themselves never throw.
 *
 * <p>Source: {@code docs/wire-contract.md}, Projects.
 */
public interface AsyncProjectService {
    /**
     * Returns one page of the projects that the API key has access to: all projects of its owner, or one project for a
     * scoped key.
     */
    @ApiOperation(Operation.PROJECT_LIST)
    CompletableFuture<Page<Project>> list(PageRequest page);

    /** Returns all projects, fetched page by page as they are read. */
    default PagedPublisher<Project> listAll() {
        return new PagedPublisher<>(Operation.PROJECT_LIST, page -> list(page));
    }

    /** Returns a project, which DevPayr may have cached for up to 15 minutes. */
    @ApiOperation(Operation.PROJECT_GET)
    CompletableFuture<Project> get(long projectId);

    /** Creates a project. Requires a global API key. Fails with status 403 if the limit of the plan is reached. */
    @ApiOperation(Operation.PROJECT_CREATE)
    CompletableFuture<Project> create(ProjectDraft draft);

    /** Updates the fields that are set, for example to mark the project as paid. */
    @ApiOperation(Operation.PROJECT_UPDATE)
    CompletableFuture<Project> update(long projectId, ProjectUpdate update);

    /**
     * Deletes a project. Its licenses, domains and injectables become inaccessible. Fails with status 403 if the plan of the
     * account does not permit it.
     */
    @ApiOperation(Operation.PROJECT_DELETE)
    CompletableFuture<Void> delete(long projectId);
}
