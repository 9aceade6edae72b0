package com.devpayr.page;

import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.page.CursorLoopDetector;
import com.devpayr.operation.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronously fetched list: one request at a time, one page in memory.
 *
 * <pre>{@code
 * CompletableFuture<Void> done = devpayr.licenses().listAll(projectId).forEach(this::show);
 * }</pre>
 *
 * @param <T> type of the listed resources
 */
public final class PagedPublisher<T> {
    private final Operation operation;
    private final Function<PageRequest, CompletableFuture<Page<T>>> fetch;

    /**
     * Creates a list.
     *
     * @param operation list operation, named in exceptions
     * @param fetch request for one page
     */
    public PagedPublisher(Operation operation, Function<PageRequest, CompletableFuture<Page<T>>> fetch) {
        this.operation = operation;
        this.fetch = fetch;
    }

    /**
     * Calls an action with each row in order, on the thread that completes the request for its page.
     *
     * @return a future that completes after the last row. It fails with the exception of a request or of the action, and
     *     no further page is requested. Cancelling it stops requests and calls of the action.
     */
    public CompletableFuture<Void> forEach(Consumer<? super T> action) {
        Traversal<T> traversal = new Traversal<>(operation, fetch, action);
        traversal.run(PageRequest.ofSize(PageRequest.MAX_SIZE));
        return traversal.done;
    }

    private static final class Traversal<T> {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Function<PageRequest, CompletableFuture<Page<T>>> fetch;
        private final Consumer<? super T> action;
        private final CursorLoopDetector loops;

        Traversal(
                Operation operation,
                Function<PageRequest, CompletableFuture<Page<T>>> fetch,
                Consumer<? super T> action) {
            this.fetch = fetch;
            this.action = action;
            this.loops = new CursorLoopDetector(operation);
        }

        /** Loops over pages that are available immediately, so that many of them do not deepen the stack. */
        void run(PageRequest first) {
            PageRequest next = first;
            while (next != null && !done.isDone()) {
                PageRequest request = next;
                next = attempt(() -> fetch(request));
            }
        }

        /** Requests a page. Returns the next request, or null at the end or if the page is not available yet. */
        private @Nullable PageRequest fetch(PageRequest request) {
            CompletableFuture<Page<T>> page = fetch.apply(request);
            if (page.isDone()) {
                return deliver(request, page);
            }
            page.whenComplete((result, failure) -> resume(request, page));
            return null;
        }

        private void resume(PageRequest request, CompletableFuture<Page<T>> page) {
            PageRequest next = done.isDone() ? null : attempt(() -> deliver(request, page));
            if (next != null) {
                run(next);
            }
        }

        private @Nullable PageRequest deliver(PageRequest request, CompletableFuture<Page<T>> completed) {
            Page<T> page = completed.join();
            page.items().forEach(action);
            return next(request, page);
        }

        /** Fails the future with any exception, which would otherwise be lost on the thread that completes a request. */
        private @Nullable PageRequest attempt(Supplier<@Nullable PageRequest> step) {
            try {
                return step.get();
            } catch (RuntimeException | Error failure) {
                done.completeExceptionally(Futures.unwrap(failure));
                return null;
            }
        }

        private @Nullable PageRequest next(PageRequest request, Page<T> page) {
            String cursor = page.nextCursor();
            if (cursor == null) {
                done.complete(null);
                return null;
            }
            loops.check(page.items().size(), cursor);
            return request.withCursor(cursor);
        }
    }
}
