package com.devpayr.domain;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import java.util.concurrent.CompletableFuture;

/**
 * A project's domains, by API key for those who may not block.
 *
 * <pre>{@code
 * devpayr.domains().get(projectId, domainId).thenAccept(this::show);
 * }</pre>
 *
 * <p>Every future fails with the exceptions that {@link DomainService} throws, not wrapped; no method throws by itself.
 *
 * <p>Source: wire contract, section 3, project domains.
 */
public interface AsyncDomainService {
    /** One page of the project's domains. */
    @Calls(Operation.DOMAIN_LIST)
    CompletableFuture<Page<ProjectDomain>> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedPublisher<ProjectDomain> listAll(long projectId) {
        return new PagedPublisher<>(Operation.DOMAIN_LIST, page -> list(projectId, page));
    }

    /** One domain; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.DOMAIN_GET)
    CompletableFuture<ProjectDomain> get(long projectId, long domainId);

    /** Adds a domain; 403 says that the plan's limit is reached. */
    @Calls(Operation.DOMAIN_CREATE)
    CompletableFuture<ProjectDomain> create(long projectId, DomainDraft draft);

    /** Changes what the update sets and nothing else. */
    @Calls(Operation.DOMAIN_UPDATE)
    CompletableFuture<ProjectDomain> update(long projectId, long domainId, DomainUpdate update);

    /** Removes a domain. */
    @Calls(Operation.DOMAIN_DELETE)
    CompletableFuture<Void> delete(long projectId, long domainId);
}
