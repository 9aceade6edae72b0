package com.devpayr.injectable;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;

/**
 * A project's injectables, by API key.
 *
 * <pre>{@code
 * Injectable banner = devpayr.injectables().create(projectId, InjectableDraft
 *         .text(InjectableType.HTML, InjectableMode.INLINE_RENDER, "banner", secret, "<b>Pro</b>").build());
 * }</pre>
 *
 * <p>Every method throws {@link com.devpayr.error.DevPayrException}: a subtype of {@link
 * com.devpayr.error.ApiException} when DevPayr says no, {@link com.devpayr.error.TransportException} when it was not
 * reached, {@link com.devpayr.error.MissingCredentialException} when the credential is not configured.
 *
 * <p>Source: wire contract, section 3, injectables.
 */
public interface InjectableService {
    /** One page of the project's injectables, without their payloads. */
    @Calls(Operation.INJECTABLE_LIST)
    Page<Injectable> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedIterable<Injectable> listAll(long projectId) {
        return new PagedIterable<>(Operation.INJECTABLE_LIST, page -> list(projectId, page));
    }

    /** One injectable with its encrypted payload. */
    @Calls(Operation.INJECTABLE_GET)
    Injectable get(long projectId, long injectableId);

    /** Uploads an injectable; a file is streamed. */
    @Calls(Operation.INJECTABLE_CREATE)
    Injectable create(long projectId, InjectableDraft draft);

    /** Changes what the update sets and nothing else; a file is streamed. */
    @Calls(Operation.INJECTABLE_UPDATE)
    Injectable update(long projectId, long injectableId, InjectableUpdate update);

    /** Deletes an injectable. */
    @Calls(Operation.INJECTABLE_DELETE)
    void delete(long projectId, long injectableId);
}
