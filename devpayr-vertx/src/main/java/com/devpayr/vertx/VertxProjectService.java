package com.devpayr.vertx;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectService;
import com.devpayr.project.ProjectUpdate;
import io.vertx.core.Future;

/**
 * The vendor's projects, by API key, on Vert.x.
 *
 * <pre>{@code
 * devpayr.projects().create(ProjectDraft.builder("Shop").build()).onSuccess(this::show);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link ProjectService} throws.
 *
 * <p>Source: wire contract, section 3, projects.
 */
public interface VertxProjectService {
    /** One page of the projects that the key may see: all of the owner's, or the one that a scoped key belongs to. */
    @Calls(Operation.PROJECT_LIST)
    Future<Page<Project>> list(PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default VertxPagedList<Project> listAll() {
        return new VertxPagedList<>(Operation.PROJECT_LIST, page -> list(page));
    }

    /** One project; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.PROJECT_GET)
    Future<Project> get(long projectId);

    /** Makes a project; takes a global key, and 403 says that the plan's limit is reached. */
    @Calls(Operation.PROJECT_CREATE)
    Future<Project> create(ProjectDraft draft);

    /** Changes what the update sets and nothing else; this is how a project is marked paid. */
    @Calls(Operation.PROJECT_UPDATE)
    Future<Project> update(long projectId, ProjectUpdate update);

    /** Deletes a project; its licenses, domains and injectables become inaccessible. */
    @Calls(Operation.PROJECT_DELETE)
    Future<Void> delete(long projectId);
}
