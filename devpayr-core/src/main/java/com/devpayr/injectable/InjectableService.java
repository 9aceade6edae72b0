package com.devpayr.injectable;

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

    /**
     * Finds the injectable with a slug, which is unique in the project, or returns empty, without its payload. Reads the whole
     * list.
     *
     * @throws com.devpayr.error.ProtocolException if the list contains two; the message names both IDs
     */
    default Optional<Injectable> findBySlug(long projectId, String slug) {
        Lookup<Injectable> lookup =
                Lookup.create(Operation.INJECTABLE_LIST, "slug", slug, Injectable::slug, Injectable::id);
        listAll(projectId).forEach(lookup);
        return lookup.result();
    }

    /**
     * Returns the injectable with the slug of the draft. Creates it if there is none; an existing injectable is returned as it
     * is and without its payload, even if it differs from the draft.
     *
     * <p>Safe to repeat and to call concurrently: if DevPayr rejects the request to create the injectable or its response is lost,
     * the list is read again. A request that may have been processed is never repeated.
     *
     * @throws com.devpayr.error.InvalidRequestException if the draft has no slug
     * @throws com.devpayr.error.OutcomeUnknownException if the response is lost and the injectable is not in the list; repeat the
     *     call later
     */
    default EnsureResult<Injectable> ensure(long projectId, InjectableDraft draft) {
        String slug =
                Ensure.nameOf("slug", Preconditions.present("draft", draft).slug());
        return Ensure.run(() -> findBySlug(projectId, slug), () -> create(projectId, draft));
    }
}
