package com.devpayr.vertx;

import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableService;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;

/**
 * A project's injectables, by API key, on Vert.x.
 *
 * <pre>{@code
 * devpayr.injectables().get(projectId, injectableId).onSuccess(this::show);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link InjectableService} throws.
 *
 * <p>Source: wire contract, section 3, injectables.
 */
public interface VertxInjectableService {
    /** One page of the project's injectables, without their payloads. */
    @Calls(Operation.INJECTABLE_LIST)
    Future<Page<Injectable>> list(long projectId, PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default VertxPagedList<Injectable> listAll(long projectId) {
        return new VertxPagedList<>(Operation.INJECTABLE_LIST, page -> list(projectId, page));
    }

    /** One injectable with its encrypted payload. */
    @Calls(Operation.INJECTABLE_GET)
    Future<Injectable> get(long projectId, long injectableId);

    /** Uploads an injectable; a file is streamed. */
    @Calls(Operation.INJECTABLE_CREATE)
    Future<Injectable> create(long projectId, InjectableDraft draft);

    /** Changes what the update sets and nothing else; a file is streamed. */
    @Calls(Operation.INJECTABLE_UPDATE)
    Future<Injectable> update(long projectId, long injectableId, InjectableUpdate update);

    /** Deletes an injectable. */
    @Calls(Operation.INJECTABLE_DELETE)
    Future<Void> delete(long projectId, long injectableId);
}
