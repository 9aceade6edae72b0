package com.devpayr.project;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;

/**
 * The vendor's projects, by API key.
 *
 * <pre>{@code
 * Project shop = devpayr.projects().create(ProjectDraft.builder("Shop").build());
 * devpayr.projects().update(shop.id(), ProjectUpdate.builder().hasPaid(true).build());
 * }</pre>
 *
 * <p>Every method throws {@link com.devpayr.error.DevPayrException}: a subtype of {@link
 * com.devpayr.error.ApiException} when DevPayr says no, {@link com.devpayr.error.TransportException} when it was not
 * reached, {@link com.devpayr.error.MissingCredentialException} when the credential is not configured.
 *
 * <p>Source: wire contract, section 3, projects.
 */
public interface ProjectService {
    /** One page of the projects that the key may see: all of the owner's, or the one that a scoped key belongs to. */
    @Calls(Operation.PROJECT_LIST)
    Page<Project> list(PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedIterable<Project> listAll() {
        return new PagedIterable<>(Operation.PROJECT_LIST, page -> list(page));
    }

    /** One project; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.PROJECT_GET)
    Project get(long projectId);

    /** Makes a project; takes a global key, and 403 says that the plan's limit is reached. */
    @Calls(Operation.PROJECT_CREATE)
    Project create(ProjectDraft draft);

    /** Changes what the update sets and nothing else; this is how a project is marked paid. */
    @Calls(Operation.PROJECT_UPDATE)
    Project update(long projectId, ProjectUpdate update);

    /** Deletes a project; its licenses, domains and injectables become inaccessible. */
    @Calls(Operation.PROJECT_DELETE)
    void delete(long projectId);
}
