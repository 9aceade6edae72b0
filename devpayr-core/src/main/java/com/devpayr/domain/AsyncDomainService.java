package com.devpayr.domain;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import java.util.concurrent.CompletableFuture;

/**
 * Asynchronous access to the domains of a project. Requires an API key.
 *
 * <pre>{@code
 * devpayr.domains().get(projectId, domainId).thenAccept(this::show);
 * }</pre>
 *
 * <p>Futures fail with the exceptions that {@link DomainService} throws, not wrapped. The methods themselves never throw.
 *
 * <p>Source: {@code docs/wire-contract.md}, Domains.
 */
public interface AsyncDomainService {
    /** Returns one page of the domains of a project. */
    @ApiOperation(Operation.DOMAIN_LIST)
    CompletableFuture<Page<ProjectDomain>> list(long projectId, PageRequest page);

    /** Returns all domains of a project, fetched page by page as they are read. */
    default PagedPublisher<ProjectDomain> listAll(long projectId) {
        return new PagedPublisher<>(Operation.DOMAIN_LIST, page -> list(projectId, page));
    }

    /** Returns a domain, which DevPayr may have cached for up to 15 minutes. */
    @ApiOperation(Operation.DOMAIN_GET)
    CompletableFuture<ProjectDomain> get(long projectId, long domainId);

    /** Adds a domain to a project. Fails with status 403 if the limit of the plan is reached. */
    @ApiOperation(Operation.DOMAIN_CREATE)
    CompletableFuture<ProjectDomain> create(long projectId, DomainDraft draft);

    /** Updates the fields that are set. */
    @ApiOperation(Operation.DOMAIN_UPDATE)
    CompletableFuture<ProjectDomain> update(long projectId, long domainId, DomainUpdate update);

    /** Removes a domain from its project. */
    @ApiOperation(Operation.DOMAIN_DELETE)
    CompletableFuture<Void> delete(long projectId, long domainId);
}
