package com.devpayr.project;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import java.util.concurrent.CompletableFuture;

/**
 * The vendor's projects, by API key for those who may not block.
 *
 * <pre>{@code
 * devpayr.projects().create(ProjectDraft.builder("Shop").build()).thenAccept(this::show);
 * }</pre>
 *
 * <p>Every future fails with the exceptions that {@link ProjectService} throws, not wrapped; no method throws by itself.
 *
 * <p>Source: wire contract, section 3, projects.
 */
public interface AsyncProjectService {
    /** One page of the projects that the key may see: all of the owner's, or the one that a scoped key belongs to. */
    @Calls(Operation.PROJECT_LIST)
    CompletableFuture<Page<Project>> list(PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedPublisher<Project> listAll() {
        return new PagedPublisher<>(Operation.PROJECT_LIST, page -> list(page));
    }

    /** One project; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.PROJECT_GET)
    CompletableFuture<Project> get(long projectId);

    /** Makes a project; takes a global key, and 403 says that the plan's limit is reached. */
    @Calls(Operation.PROJECT_CREATE)
    CompletableFuture<Project> create(ProjectDraft draft);

    /** Changes what the update sets and nothing else; this is how a project is marked paid. */
    @Calls(Operation.PROJECT_UPDATE)
    CompletableFuture<Project> update(long projectId, ProjectUpdate update);

    /** Deletes a project; its licenses, domains and injectables become inaccessible. */
    @Calls(Operation.PROJECT_DELETE)
    CompletableFuture<Void> delete(long projectId);
}
