package com.devpayr.internal.page;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A subscriber that demands all rows and completes a future. The subscription is cancelled once the future is complete, also if
 * the application completes or cancels it.
 *
 * @param <T> type of the rows
 * @param <R> type of the result
 */
public final class RowCollector<T, R> implements Flow.Subscriber<T> {
    private final CompletableFuture<R> future = new CompletableFuture<>();
    private final Predicate<T> rows;
    private final Supplier<R> result;

    /**
     * Creates a subscriber.
     *
     * @param rows receives each row, and returns false to stop
     * @param result creates the result once the rows end or are stopped
     */
    public RowCollector(Predicate<T> rows, Supplier<R> result) {
        this.rows = rows;
        this.result = result;
    }

    /** Returns the future of the result. */
    public CompletableFuture<R> result() {
        return future;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        future.whenComplete((value, failure) -> subscription.cancel());
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T row) {
        try {
            if (!rows.test(row)) {
                onComplete();
            }
        } catch (Throwable failure) { // code in Kotlin can throw checked exceptions
            future.completeExceptionally(failure);
        }
    }

    @Override
    public void onError(Throwable failure) {
        future.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        future.complete(result.get());
    }
}
