package com.devpayr.domain;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.AsyncEnsure;
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

    /**
     * Finds a domain of the project by its host name, ignoring case, or returns empty. Reads the whole list. Fails with a
     * {@link com.devpayr.error.ProtocolException} if the list contains two.
     */
    default CompletableFuture<Optional<ProjectDomain>> findByDomain(long projectId, String domain) {
        return Lookup.start(
                () -> Lookup.ignoringCase(
                        Operation.DOMAIN_LIST, "domain", domain, ProjectDomain::domain, ProjectDomain::id),
                listAll(projectId));
    }

    /**
     * Returns the domain with the host name of the draft, ignoring case. Creates it if there is none; an existing domain is
     * returned as it is, even if it differs from the draft.
     *
     * <p>Safe to repeat and to call concurrently: if DevPayr rejects the request to create the domain or its response is
     * lost, the list is read again. A request that may have been processed is never repeated. If the domain is not in the
     * list either, the future fails with the failure of the request.
     */
    default CompletableFuture<EnsureResult<ProjectDomain>> ensure(long projectId, DomainDraft draft) {
        return AsyncEnsure.start(
                () -> findByDomain(
                        projectId, Preconditions.present("draft", draft).domain()),
                () -> create(projectId, draft));
    }
}
