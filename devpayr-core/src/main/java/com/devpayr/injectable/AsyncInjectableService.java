package com.devpayr.injectable;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.AsyncEnsure;
import com.devpayr.internal.provision.Ensure;
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
 * Asynchronous access to the injectables of a project. Requires an API key.
 *
 * <pre>{@code
 * devpayr.injectables().get(projectId, injectableId).thenAccept(this::show);
 * }</pre>
 *
 * <p>Futures fail with the exceptions that {@link InjectableService} throws, not wrapped. The methods themselves never throw.
 *
 * <p>Source: {@code docs/wire-contract.md}, Injectables.
 */
public interface AsyncInjectableService {
    /** Returns one page of the injectables of a project, without their payloads. */
    @ApiOperation(Operation.INJECTABLE_LIST)
    CompletableFuture<Page<Injectable>> list(long projectId, PageRequest page);

    /** Returns all injectables of a project without their payloads, fetched page by page as they are read. */
    default PagedPublisher<Injectable> listAll(long projectId) {
        return new PagedPublisher<>(Operation.INJECTABLE_LIST, page -> list(projectId, page));
    }

    /** Returns an injectable with its encrypted payload. */
    @ApiOperation(Operation.INJECTABLE_GET)
    CompletableFuture<Injectable> get(long projectId, long injectableId);

    /** Uploads an injectable. A file is streamed. */
    @ApiOperation(Operation.INJECTABLE_CREATE)
    CompletableFuture<Injectable> create(long projectId, InjectableDraft draft);

    /** Updates the fields that are set or cleared. A file is streamed. */
    @ApiOperation(Operation.INJECTABLE_UPDATE)
    CompletableFuture<Injectable> update(long projectId, long injectableId, InjectableUpdate update);

    /** Deletes an injectable. */
    @ApiOperation(Operation.INJECTABLE_DELETE)
    CompletableFuture<Void> delete(long projectId, long injectableId);

    /**
     * Finds the injectable with a slug, which is unique in the project, or returns empty, without its payload. Reads the whole
     * list. Fails with a
     * {@link com.devpayr.error.ProtocolException} if the list contains two.
     */
    default CompletableFuture<Optional<Injectable>> findBySlug(long projectId, String slug) {
        return Lookup.start(
                () -> Lookup.create(Operation.INJECTABLE_LIST, "slug", slug, Injectable::slug, Injectable::id),
                listAll(projectId));
    }

    /**
     * Returns the injectable with the slug of the draft. Creates it if there is none; an existing injectable is returned as it
     * is and without its payload, even if it differs from the draft.
     *
     * <p>Safe to repeat and to call concurrently: if DevPayr rejects the request to create the injectable or its response is
     * lost, the list is read again. A request that may have been processed is never repeated. If the injectable is not in
     * the list either, the future fails with the failure of the request. The draft must have a slug.
     */
    default CompletableFuture<EnsureResult<Injectable>> ensure(long projectId, InjectableDraft draft) {
        return AsyncEnsure.start(
                () -> findBySlug(
                        projectId,
                        Ensure.nameOf(
                                "slug", Preconditions.present("draft", draft).slug())),
                () -> create(projectId, draft));
    }
}
