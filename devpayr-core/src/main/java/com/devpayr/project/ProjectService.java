package com.devpayr.project;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.Ensure;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;
import java.util.Optional;

/**
 * Access to a vendor's projects. Requires an API key.
 *
 * <pre>{@code
 * Project shop = devpayr.projects().create(ProjectDraft.builder("Shop").build());
 * devpayr.projects().update(shop.id(), ProjectUpdate.builder().hasPaid(true).build());
 * }</pre>
 *
 * <p>Methods throw {@link com.devpayr.error.DevPayrException}: a subtype of {@link com.devpayr.error.ApiException} if
 * DevPayr rejects the request, {@link com.devpayr.error.TransportException} if DevPayr cannot be reached or the connection
 * is lost, and {@link com.devpayr.error.MissingCredentialException} if no API key is configured.
 *
 * <p>Source: {@code docs/wire-contract.md}, Projects.
 */
public interface ProjectService {
    /**
     * Returns one page of the projects that the API key has access to: all projects of its owner, or one project for a
     * scoped key.
     */
    @ApiOperation(Operation.PROJECT_LIST)
    Page<Project> list(PageRequest page);

    /** Returns all projects, fetched page by page as they are read. */
    default PagedIterable<Project> listAll() {
        return new PagedIterable<>(Operation.PROJECT_LIST, page -> list(page));
    }

    /** Returns a project, which DevPayr may have cached for up to 15 minutes. */
    @ApiOperation(Operation.PROJECT_GET)
    Project get(long projectId);

    /** Creates a project. Requires a global API key. Fails with status 403 if the limit of the plan is reached. */
    @ApiOperation(Operation.PROJECT_CREATE)
    Project create(ProjectDraft draft);

    /** Updates the fields that are set, for example to mark the project as paid. */
    @ApiOperation(Operation.PROJECT_UPDATE)
    Project update(long projectId, ProjectUpdate update);

    /**
     * Deletes a project. Its licenses, domains and injectables become inaccessible. Fails with status 403 if the plan of the
     * account does not permit it.
     */
    @ApiOperation(Operation.PROJECT_DELETE)
    void delete(long projectId);

    /**
     * Finds the project with a slug among those that the API key has access to, or returns empty. Reads the whole list.
     *
     * @throws com.devpayr.error.ProtocolException if the list contains two; the message names both IDs
     */
    default Optional<Project> findBySlug(String slug) {
        Lookup<Project> lookup = Lookup.create(Operation.PROJECT_LIST, "slug", slug, Project::slug, Project::id);
        listAll().forEach(lookup);
        return lookup.result();
    }

    /**
     * Returns the project with the slug of the draft. Creates it if there is none, which requires a global API key; an existing
     * project is returned as it is, even if it differs from the draft.
     *
     * <p>Safe to repeat and to call concurrently: if DevPayr rejects the request to create the project or its response is lost,
     * the list is read again. A request that may have been processed is never repeated.
     *
     * @throws com.devpayr.error.InvalidRequestException if the draft has no slug
     * @throws com.devpayr.error.OutcomeUnknownException if the response is lost and the project is not in the list; repeat the
     *     call later
     */
    default EnsureResult<Project> ensure(ProjectDraft draft) {
        String slug =
                Ensure.nameOf("slug", Preconditions.present("draft", draft).slug());
        return Ensure.run(() -> findBySlug(slug), () -> create(draft));
    }
}
