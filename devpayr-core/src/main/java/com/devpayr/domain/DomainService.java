package com.devpayr.domain;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;

/**
 * A project's domains, by API key.
 *
 * <pre>{@code
 * ProjectDomain domain = devpayr.domains()
 *         .create(projectId, DomainDraft.builder("shop.example.com", DomainEnvironment.PRODUCTION).build());
 * }</pre>
 *
 * <p>Every method throws {@link com.devpayr.error.DevPayrException}: a subtype of {@link
 * com.devpayr.error.ApiException} when DevPayr says no, {@link com.devpayr.error.TransportException} when it was not
 * reached, {@link com.devpayr.error.MissingCredentialException} when the credential is not configured.
 *
 * <p>Source: wire contract, section 3, project domains.
 */
public interface DomainService {
    /** One page of the project's domains. */
    @Calls(Operation.DOMAIN_LIST)
    Page<ProjectDomain> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedIterable<ProjectDomain> listAll(long projectId) {
        return new PagedIterable<>(Operation.DOMAIN_LIST, page -> list(projectId, page));
    }

    /** One domain; up to 15 minutes old, since the server caches it. */
    @Calls(Operation.DOMAIN_GET)
    ProjectDomain get(long projectId, long domainId);

    /** Adds a domain; 403 says that the plan's limit is reached. */
    @Calls(Operation.DOMAIN_CREATE)
    ProjectDomain create(long projectId, DomainDraft draft);

    /** Changes what the update sets and nothing else. */
    @Calls(Operation.DOMAIN_UPDATE)
    ProjectDomain update(long projectId, long domainId, DomainUpdate update);

    /** Removes a domain. */
    @Calls(Operation.DOMAIN_DELETE)
    void delete(long projectId, long domainId);
}
