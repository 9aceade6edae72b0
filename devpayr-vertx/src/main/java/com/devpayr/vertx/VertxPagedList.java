package com.devpayr.vertx;

import com.devpayr.internal.page.CursorLoopDetector;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lazily fetched list of all pages: one request at a time, one page in memory. Each iteration starts with the
 * first page.
 *
 * <pre>{@code
 * Future<Void> done = devpayr.licenses().listAll(projectId).forEach(this::show);
 * }</pre>
 *
 * @param <T> the type of the rows
 */
public final class VertxPagedList<T> {
    private final Operation operation;
    private final Function<PageRequest, Future<Page<T>>> fetch;

    VertxPagedList(Operation operation, Function<PageRequest, Future<Page<T>>> fetch) {
        this.operation = operation;
        this.fetch = fetch;
    }

    /**
     * Passes every row to an action, in order, on the caller's context. The action must not block an event loop.
     *
     * @return succeeds after the last row; fails with the exception of a request or of the action, and no further page is
     *     fetched
     */
    public Future<Void> forEach(Consumer<? super T> action) {
        Iteration<T> iteration = new Iteration<>(operation, fetch, action);
        iteration.run(PageRequest.ofSize(PageRequest.MAX_SIZE));
        return iteration.done.future();
    }

    private static final class Iteration<T> {
        private final Promise<Void> done = Promise.promise();
        private final Function<PageRequest, Future<Page<T>>> fetch;
        private final Consumer<? super T> action;
        private final CursorLoopDetector loops;

        Iteration(Operation operation, Function<PageRequest, Future<Page<T>>> fetch, Consumer<? super T> action) {
            this.fetch = fetch;
            this.action = action;
            this.loops = new CursorLoopDetector(operation);
        }

        /** Loops over pages that are available immediately, so that many of them do not deepen the stack. */
        void run(PageRequest first) {
            PageRequest next = first;
            while (next != null) {
                PageRequest request = next;
                Future<Page<T>> page = fetch.apply(request);
                if (!page.isComplete()) {
                    page.onComplete(arrived -> resume(request, arrived), done::fail);
                    return;
                }
                next = page.succeeded() ? process(request, page.result()) : fail(page.cause());
            }
        }

        private void resume(PageRequest request, Page<T> page) {
            PageRequest next = process(request, page);
            if (next != null) {
                run(next);
            }
        }

        /** Returns the request for the next page; null if there is none, or the iteration has failed. */
        private @Nullable PageRequest process(PageRequest request, Page<T> page) {
            try {
                page.items().forEach(action);
                String cursor = page.nextCursor();
                if (cursor == null) {
                    done.complete();
                    return null;
                }
                loops.check(page.items().size(), cursor);
                return request.withCursor(cursor);
            } catch (RuntimeException | Error failure) {
                return fail(failure);
            }
        }

        private @Nullable PageRequest fail(Throwable failure) {
            done.fail(failure);
            return null;
        }
    }
}
