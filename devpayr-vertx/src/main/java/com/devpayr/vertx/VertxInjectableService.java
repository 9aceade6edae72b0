package com.devpayr.vertx;

import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableService;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;

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
    default VertxPagedList<Injectable> listAll(long projectId) {
        return new VertxPagedList<>(Operation.INJECTABLE_LIST, page -> list(projectId, page));
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
}
