package com.devpayr.vertx;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;

/**
 * A project's domains, by API key, on Vert.x.
 *
 * <pre>{@code
 * devpayr.domains().get(projectId, domainId).onSuccess(this::show);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link DomainService} throws.
 *
 * <p>Source: wire contract, section 3, project domains.
 */
public interface VertxDomainService {
    /** One page of the project's domains. */
    @Calls(Operation.DOMAIN_LIST)
    Future<Page<ProjectDomain>> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default VertxPagedList<ProjectDomain> listAll(long projectId) {
        return new VertxPagedList<>(Operation.DOMAIN_LIST, page -> list(projectId, page));
    }

    /** One domain; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.DOMAIN_GET)
    Future<ProjectDomain> get(long projectId, long domainId);

    /** Adds a domain; 403 says that the plan's limit is reached. */
    @Calls(Operation.DOMAIN_CREATE)
    Future<ProjectDomain> create(long projectId, DomainDraft draft);

    /** Changes what the update sets and nothing else. */
    @Calls(Operation.DOMAIN_UPDATE)
    Future<ProjectDomain> update(long projectId, long domainId, DomainUpdate update);

    /** Removes a domain. */
    @Calls(Operation.DOMAIN_DELETE)
    Future<Void> delete(long projectId, long domainId);
}
