package com.devpayr.domain;

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

    /**
     * Finds a domain of the project by its host name, ignoring case, or returns empty. Reads the whole list.
     *
     * @throws com.devpayr.error.ProtocolException if the list contains two; the message names both IDs
     */
    default Optional<ProjectDomain> findByDomain(long projectId, String domain) {
        Lookup<ProjectDomain> lookup =
                Lookup.ignoringCase(Operation.DOMAIN_LIST, "domain", domain, ProjectDomain::domain, ProjectDomain::id);
        listAll(projectId).forEach(lookup);
        return lookup.result();
    }

    /**
     * Returns the domain with the host name of the draft, ignoring case. Creates it if there is none; an existing domain is
     * returned as it is, even if it differs from the draft.
     *
     * <p>Safe to repeat and to call concurrently: if DevPayr rejects the request to create the domain or its response is lost,
     * the list is read again. A request that may have been processed is never repeated.
     *
     * @throws com.devpayr.error.OutcomeUnknownException if the response is lost and the domain is not in the list; repeat the
     *     call later
     */
    default EnsureResult<ProjectDomain> ensure(long projectId, DomainDraft draft) {
        String domain = Preconditions.present("draft", draft).domain();
        return Ensure.run(() -> findByDomain(projectId, domain), () -> create(projectId, draft));
    }
}
