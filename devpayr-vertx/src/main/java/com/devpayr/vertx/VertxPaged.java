package com.devpayr.vertx;

import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import io.vertx.core.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All rows of a list on Vert.x: one request at a time, one page in memory.
 *
 * <pre>{@code
 * Future<Void> done = devpayr.licenses().all(projectId).forEach(this::show);
 * }</pre>
 *
 * @param <T> what is listed
 */
public final class VertxPaged<T> {
    private final PagedPublisher<T> pages;

    VertxPaged(Operation operation, Function<PageRequest, Future<Page<T>>> fetch) {
        this.pages = new PagedPublisher<>(
                operation, page -> fetch.apply(page).toCompletionStage().toCompletableFuture());
    }

    /**
     * Hands every row to an action, in order, on the caller's context; the action must not block an event loop.
     *
     * @return completed after the last row; failed with what the request or the action threw, and then no further page
     *     is asked for
     */
    public Future<Void> forEach(Consumer<? super T> action) {
        return Future.fromCompletionStage(pages.forEach(action));
    }
}
