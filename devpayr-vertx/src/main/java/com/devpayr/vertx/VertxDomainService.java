package com.devpayr.vertx;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;
import java.util.Optional;

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
    default VertxPagedStream<ProjectDomain> listAll(long projectId) {
        return new VertxPagedStream<>(Operation.DOMAIN_LIST, page -> list(projectId, page));
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

    /**
     * Finds a domain of the project by its host name, ignoring case, or returns empty. Reads the whole list. Fails with a
     * {@link com.devpayr.error.ProtocolException} if the list contains two.
     */
    default Future<Optional<ProjectDomain>> findByDomain(long projectId, String domain) {
        return Provisioning.find(
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
    default Future<EnsureResult<ProjectDomain>> ensure(long projectId, DomainDraft draft) {
        return Provisioning.ensure(
                () -> findByDomain(
                        projectId, Preconditions.present("draft", draft).domain()),
                () -> create(projectId, draft));
    }
}
