package com.devpayr.project;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.AsyncEnsure;
import com.devpayr.internal.provision.Ensure;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import java.util.Optional;
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

    /**
     * Finds the project with a slug among those that the API key has access to, or returns empty. Reads the whole list. Fails with a
     * {@link com.devpayr.error.ProtocolException} if the list contains two.
     */
    default CompletableFuture<Optional<Project>> findBySlug(String slug) {
        return Lookup.start(
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
    default CompletableFuture<EnsureResult<Project>> ensure(ProjectDraft draft) {
        return AsyncEnsure.start(
                () -> findBySlug(Ensure.nameOf(
                        "slug", Preconditions.present("draft", draft).slug())),
                () -> create(draft));
    }
}
