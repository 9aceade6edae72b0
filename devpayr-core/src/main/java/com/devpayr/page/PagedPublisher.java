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
 * All rows of a list for those who may not block: one request at a time, one page in memory.
 *
 * <pre>{@code
 * CompletableFuture<Void> done = devpayr.licenses().listAll(projectId).forEach(this::show);
 * }</pre>
 *
 * @param <T> what is listed
 */
public final class PagedPublisher<T> {
    private final Operation operation;
    private final Function<PageRequest, CompletableFuture<Page<T>>> fetch;

    /**
     * A walk over the pages that a request gives.
     *
     * @param operation what lists, for errors
     * @param fetch asks for one page
     */
    public PagedPublisher(Operation operation, Function<PageRequest, CompletableFuture<Page<T>>> fetch) {
        this.operation = operation;
        this.fetch = fetch;
    }

    /**
     * Hands every row to an action, in order, on the thread that completed the row's page.
     *
     * @return completed after the last row; failed with what the request or the action threw, and then no further page
     *     is asked for; once it is cancelled, no further page is asked for and no row of one that is under way handed out
     */
    public CompletableFuture<Void> forEach(Consumer<? super T> action) {
        Walk<T> walk = new Walk<>(operation, fetch, action);
        walk.run(PageRequest.ofSize(PageRequest.MAX_SIZE));
        return walk.done;
    }

    private static final class Walk<T> {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Function<PageRequest, CompletableFuture<Page<T>>> fetch;
        private final Consumer<? super T> action;
        private final CursorLoopDetector loops;

        Walk(Operation operation, Function<PageRequest, CompletableFuture<Page<T>>> fetch, Consumer<? super T> action) {
            this.fetch = fetch;
            this.action = action;
            this.loops = new CursorLoopDetector(operation);
        }

        /** A loop as long as pages come at once, so that many of them do not deepen the stack. */
        void run(PageRequest first) {
            PageRequest next = first;
            while (next != null && !done.isDone()) {
                PageRequest request = next;
                next = attempt(() -> ask(request));
            }
        }

        /** What to ask for next; null when the walk is over, or goes on when the page comes. */
        private @Nullable PageRequest ask(PageRequest request) {
            CompletableFuture<Page<T>> page = fetch.apply(request);
            if (page.isDone()) {
                return take(request, page);
            }
            page.whenComplete((arrived, failure) -> resume(request, page));
            return null;
        }

        private void resume(PageRequest asked, CompletableFuture<Page<T>> arrived) {
            PageRequest next = done.isDone() ? null : attempt(() -> take(asked, arrived));
            if (next != null) {
                run(next);
            }
        }

        private @Nullable PageRequest take(PageRequest asked, CompletableFuture<Page<T>> arrived) {
            Page<T> page = arrived.join();
            page.items().forEach(action);
            return after(asked, page.nextCursor());
        }

        /** Whatever a step throws ends the walk: nobody else would hear of it on the thread that completes a page. */
        private @Nullable PageRequest attempt(Supplier<@Nullable PageRequest> step) {
            try {
                return step.get();
            } catch (RuntimeException | Error failure) {
                done.completeExceptionally(Futures.unwrap(failure));
                return null;
            }
        }

        private @Nullable PageRequest after(PageRequest asked, @Nullable String cursor) {
            if (cursor == null) {
                done.complete(null);
                return null;
            }
            loops.check(cursor);
            return asked.withCursor(cursor);
        }
    }
}
