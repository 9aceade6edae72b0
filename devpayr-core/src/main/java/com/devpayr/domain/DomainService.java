package com.devpayr.domain;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;

/**
 * Access to the domains of a project. Requires an API key.
 *
 * <pre>{@code
 * DomainDraft draft = DomainDraft.builder("shop.example.com", DomainEnvironment.PRODUCTION).build();
 * ProjectDomain domain = devpayr.domains().create(projectId, draft);
 * }</pre>
 *
 * <p>Methods throw {@link com.devpayr.error.DevPayrException}: a subtype of {@link com.devpayr.error.ApiException} if
 * DevPayr rejects the request, {@link com.devpayr.error.TransportException} if DevPayr cannot be reached or the connection
 * is lost, and {@link com.devpayr.error.MissingCredentialException} if no API key is configured.
 *
 * <p>Source: {@code docs/wire-contract.md}, Domains.
 */
public interface DomainService {
    /** Returns one page of the domains of a project. */
    @ApiOperation(Operation.DOMAIN_LIST)
    Page<ProjectDomain> list(long projectId, PageRequest page);

    /** Returns all domains of a project, fetched page by page as they are read. */
    default PagedIterable<ProjectDomain> listAll(long projectId) {
        return new PagedIterable<>(Operation.DOMAIN_LIST, page -> list(projectId, page));
    }

    /** Returns a domain, which DevPayr may have cached for up to 15 minutes. */
    @ApiOperation(Operation.DOMAIN_GET)
    ProjectDomain get(long projectId, long domainId);

    /** Adds a domain to a project. Fails with status 403 if the limit of the plan is reached. */
    @ApiOperation(Operation.DOMAIN_CREATE)
    ProjectDomain create(long projectId, DomainDraft draft);

    /** Updates the fields that are set. */
    @ApiOperation(Operation.DOMAIN_UPDATE)
    ProjectDomain update(long projectId, long domainId, DomainUpdate update);

    /** Removes a domain from its project. */
    @ApiOperation(Operation.DOMAIN_DELETE)
    void delete(long projectId, long domainId);
}
