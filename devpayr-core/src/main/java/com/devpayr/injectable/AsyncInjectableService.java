package com.devpayr.injectable;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
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
}
