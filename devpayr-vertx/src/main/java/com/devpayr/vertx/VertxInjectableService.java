package com.devpayr.vertx;

import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableService;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.provision.Ensure;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Access to a project's injectables with Vert.x futures. Requires an API key.
 *
 * <pre>{@code
 * devpayr.injectables().get(projectId, injectableId).onSuccess(this::show);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link InjectableService} throws.
 *
 * <p>Source: {@code docs/wire-contract.md}, Injectables.
 */
public interface VertxInjectableService {
    /** Returns one page of the project's injectables, without their payloads. */
    @ApiOperation(Operation.INJECTABLE_LIST)
    Future<Page<Injectable>> list(long projectId, PageRequest page);

    /** Returns all injectables of the project, without their payloads, fetched page by page. */
    default VertxPagedStream<Injectable> listAll(long projectId) {
        return new VertxPagedStream<>(Operation.INJECTABLE_LIST, page -> list(projectId, page));
    }

    /** Returns one injectable with its encrypted payload. */
    @ApiOperation(Operation.INJECTABLE_GET)
    Future<Injectable> get(long projectId, long injectableId);

    /** Creates an injectable. A file is streamed. */
    @ApiOperation(Operation.INJECTABLE_CREATE)
    Future<Injectable> create(long projectId, InjectableDraft draft);

    /** Updates the fields that are set. A file is streamed. */
    @ApiOperation(Operation.INJECTABLE_UPDATE)
    Future<Injectable> update(long projectId, long injectableId, InjectableUpdate update);

    /** Deletes an injectable. */
    @ApiOperation(Operation.INJECTABLE_DELETE)
    Future<Void> delete(long projectId, long injectableId);

    /**
     * Finds the injectable with a slug, which is unique in the project, or returns empty, without its payload. Reads the whole
     * list. Fails with a
     * {@link com.devpayr.error.ProtocolException} if the list contains two.
     */
    default Future<Optional<Injectable>> findBySlug(long projectId, String slug) {
        return Provisioning.find(
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
    default Future<EnsureResult<Injectable>> ensure(long projectId, InjectableDraft draft) {
        return Provisioning.ensure(
                () -> findBySlug(
                        projectId,
                        Ensure.nameOf(
                                "slug", Preconditions.present("draft", draft).slug())),
                () -> create(projectId, draft));
    }
}
