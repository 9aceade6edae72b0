package com.devpayr.vertx;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;

/**
 * Access to a project's domains with Vert.x futures. Requires an API key.
 *
 * <pre>{@code
 * devpayr.domains().get(projectId, domainId).onSuccess(this::show);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link DomainService} throws.
 *
 * <p>Source: {@code docs/wire-contract.md}, Domains.
 */
public interface VertxDomainService {
    /** Returns one page of the project's domains. */
    @ApiOperation(Operation.DOMAIN_LIST)
    Future<Page<ProjectDomain>> list(long projectId, PageRequest page);

    /** Returns all domains of the project, fetched page by page. */
    default VertxPagedList<ProjectDomain> listAll(long projectId) {
        return new VertxPagedList<>(Operation.DOMAIN_LIST, page -> list(projectId, page));
    }

    /** Returns one domain; up to 15 minutes old, since DevPayr caches it. */
    @ApiOperation(Operation.DOMAIN_GET)
    Future<ProjectDomain> get(long projectId, long domainId);

    /** Adds a domain. Fails with a {@code ForbiddenException} if the plan's limit is reached. */
    @ApiOperation(Operation.DOMAIN_CREATE)
    Future<ProjectDomain> create(long projectId, DomainDraft draft);

    /** Updates the fields that are set. */
    @ApiOperation(Operation.DOMAIN_UPDATE)
    Future<ProjectDomain> update(long projectId, long domainId, DomainUpdate update);

    /** Removes a domain. */
    @ApiOperation(Operation.DOMAIN_DELETE)
    Future<Void> delete(long projectId, long domainId);
}
