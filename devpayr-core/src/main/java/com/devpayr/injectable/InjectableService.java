package com.devpayr.injectable;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;

/**
 * Access to the injectables of a project. Requires an API key.
 *
 * <pre>{@code
 * InjectableDraft draft = InjectableDraft.builder(InjectableType.HTML, InjectableMode.INLINE_RENDER, secret)
 *         .targetPath("banner")
 *         .content("<b>Pro</b>")
 *         .build();
 * Injectable banner = devpayr.injectables().create(projectId, draft);
 * }</pre>
 *
 * <p>Methods throw {@link com.devpayr.error.DevPayrException}: a subtype of {@link com.devpayr.error.ApiException} if
 * DevPayr rejects the request, {@link com.devpayr.error.TransportException} if DevPayr cannot be reached or the connection
 * is lost, and {@link com.devpayr.error.MissingCredentialException} if no API key is configured.
 *
 * <p>Source: {@code docs/wire-contract.md}, Injectables.
 */
public interface InjectableService {
    /** Returns one page of the injectables of a project, without their payloads. */
    @ApiOperation(Operation.INJECTABLE_LIST)
    Page<Injectable> list(long projectId, PageRequest page);

    /** Returns all injectables of a project without their payloads, fetched page by page as they are read. */
    default PagedIterable<Injectable> listAll(long projectId) {
        return new PagedIterable<>(Operation.INJECTABLE_LIST, page -> list(projectId, page));
    }

    /** Returns an injectable with its encrypted payload. */
    @ApiOperation(Operation.INJECTABLE_GET)
    Injectable get(long projectId, long injectableId);

    /** Uploads an injectable. A file is streamed. */
    @ApiOperation(Operation.INJECTABLE_CREATE)
    Injectable create(long projectId, InjectableDraft draft);

    /** Updates the fields that are set or cleared. A file is streamed. */
    @ApiOperation(Operation.INJECTABLE_UPDATE)
    Injectable update(long projectId, long injectableId, InjectableUpdate update);

    /** Deletes an injectable. */
    @ApiOperation(Operation.INJECTABLE_DELETE)
    void delete(long projectId, long injectableId);
}
