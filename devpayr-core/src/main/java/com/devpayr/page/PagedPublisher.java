package com.devpayr.page;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.page.PageSubscription;
import com.devpayr.internal.page.RowCollector;
import com.devpayr.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An asynchronously fetched list: a publisher of the rows that requests a page only when a subscriber demands a row of it. One
 * request at a time, one page in memory. Each subscription starts with the first page.
 *
 * <pre>{@code
 * CompletableFuture<Void> done = devpayr.licenses().listAll(projectId).forEach(this::show);
 * CompletableFuture<Optional<License>> trial = devpayr.licenses().listAll(projectId).findFirst(this::isTrial);
 *
 * Flux<License> flux = JdkFlowAdapter.flowPublisherToFlux(devpayr.licenses().listAll(projectId)); // Reactor
 * }</pre>
 *
 * <p>Rows are delivered on the thread that completes the request for their page, or on the one that demands them. Nothing is
 * requested ahead of demand: a subscriber that demands one row causes a request for a page of 50 rows, and the next request
 * follows when it demands the 51st.
 *
 * <p>Subscribers and futures fail with the exceptions of the list request, and with {@link
 * com.devpayr.error.ProtocolException} if the list does not end.
 *
 * @param <T> type of the listed resources
 */
public final class PagedPublisher<T> implements Flow.Publisher<T> {
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
     * Delivers the rows to a subscriber as it demands them. Cancelling the subscription cancels the request in progress.
     *
     * <p>An exception that the subscriber throws, which Reactive Streams forbids, cancels the subscription and is passed to the
     * uncaught exception handler of the thread.
     */
    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        new PageSubscription<>(
                        operation,
                        cursor -> fetch.apply(
                                PageRequest.ofSize(PageRequest.MAX_SIZE).withCursor(cursor)),
                        Page::items,
                        Page::nextCursor,
                        requireNonNull(subscriber, "subscriber"),
                        Runnable::run)
                .start();
    }

    /**
     * Calls an action with each row in order, on the thread that completes the request for its page.
     *
     * @return a future that completes after the last row. It fails with the exception of a request or of the action, and
     *     no further page is requested. Cancelling it stops requests and calls of the action.
     */
    public CompletableFuture<Void> forEach(Consumer<? super T> action) {
        return collect(
                row -> {
                    action.accept(row);
                    return true;
                },
                () -> null);
    }

    /**
     * Returns all rows in order, in memory at once.
     *
     * @return a future of an unmodifiable list. Cancelling it stops the requests.
     */
    public CompletableFuture<List<T>> toList() {
        List<T> rows = new ArrayList<>();
        return collect(row -> rows.add(row), () -> Collections.unmodifiableList(rows));
    }

    /**
     * Returns the first row that matches, or empty. Requests no page after the one with the row.
     *
     * @return a future that fails with the exception of a request or of the filter. Cancelling it stops the requests.
     */
    public CompletableFuture<Optional<T>> findFirst(Predicate<? super T> filter) {
        List<T> found = new ArrayList<>(1);
        return collect(row -> !(filter.test(row) && found.add(row)), () -> found.stream()
                .findFirst());
    }

    private <R> CompletableFuture<R> collect(Predicate<T> rows, Supplier<R> result) {
        RowCollector<T, R> collector = new RowCollector<>(rows, result);
        subscribe(collector);
        return collector.result();
    }
}
