package com.devpayr.injectable;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import java.util.concurrent.CompletableFuture;

/**
 * A project's injectables, by API key for those who may not block.
 *
 * <pre>{@code
 * devpayr.injectables().get(projectId, injectableId).thenAccept(this::show);
 * }</pre>
 *
 * <p>Every future fails with the exceptions that {@link InjectableService} throws, not wrapped; no method throws by itself.
 *
 * <p>Source: wire contract, section 3, injectables.
 */
public interface AsyncInjectableService {
    /** One page of the project's injectables, without their payloads. */
    @Calls(Operation.INJECTABLE_LIST)
    CompletableFuture<Page<Injectable>> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedPublisher<Injectable> listAll(long projectId) {
        return new PagedPublisher<>(Operation.INJECTABLE_LIST, page -> list(projectId, page));
    }

    /** One injectable with its encrypted payload. */
    @Calls(Operation.INJECTABLE_GET)
    CompletableFuture<Injectable> get(long projectId, long injectableId);

    /** Uploads an injectable; a file is streamed. */
    @Calls(Operation.INJECTABLE_CREATE)
    CompletableFuture<Injectable> create(long projectId, InjectableDraft draft);

    /** Changes what the update sets and nothing else; a file is streamed. */
    @Calls(Operation.INJECTABLE_UPDATE)
    CompletableFuture<Injectable> update(long projectId, long injectableId, InjectableUpdate update);

    /** Deletes an injectable. */
    @Calls(Operation.INJECTABLE_DELETE)
    CompletableFuture<Void> delete(long projectId, long injectableId);
}
