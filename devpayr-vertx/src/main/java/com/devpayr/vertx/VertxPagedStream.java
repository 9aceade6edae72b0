package com.devpayr.vertx;

import com.devpayr.internal.page.PageSubscription;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lazily fetched list of all pages as a stream of its rows: one request at a time, one page in memory. A page is requested when
 * a row of it is demanded, and none while the stream is paused.
 *
 * <pre>{@code
 * Future<Void> done = devpayr.licenses().listAll(projectId).forEach(this::show);
 * Future<Void> sent = devpayr.licenses().listAll(projectId).pipeTo(licensesAsJson);
 * }</pre>
 *
 * <p>Setting {@link #handler} starts the stream; until then nothing is requested. Handlers are called on the context on which the
 * stream was created, and must not block an event loop. Setting the handler to null stops the stream. A stream delivers its rows
 * once; call {@code listAll} again for another pass.
 *
 * @param <T> the type of the rows
 */
public final class VertxPagedStream<T> implements ReadStream<T> {
    private final @Nullable Context context = Vertx.currentContext();
    private final PageSubscription<Page<T>, T> subscription;

    // guarded by this, since outside of a context several threads can be involved
    private @Nullable Handler<T> handler;
    private @Nullable Handler<Void> endHandler;
    private @Nullable Handler<Throwable> exceptionHandler;
    private boolean isStarted;
    private boolean hasEnded;
    private @Nullable Throwable failure;

    /** True if the end or failure is still to be reported, since its handler is not set yet. */
    private boolean isEndUnreported;

    VertxPagedStream(Operation operation, Function<PageRequest, Future<Page<T>>> fetch) {
        subscription = new PageSubscription<>(
                operation,
                cursor -> fetch.apply(PageRequest.ofSize(PageRequest.MAX_SIZE).withCursor(cursor))
                        .toCompletionStage()
                        .toCompletableFuture(),
                Page::items,
                Page::nextCursor,
                new Rows(),
                this::run);
        resume();
    }

    /**
     * Sets the handler of rows, and starts the stream. Null stops the stream: no further page is requested, and neither the end
     * nor a failure is reported.
     *
     * @throws IllegalStateException if the stream has ended
     */
    @Override
    public VertxPagedStream<T> handler(@Nullable Handler<T> handler) {
        boolean starts;
        synchronized (this) {
            if (handler != null && hasEnded) {
                throw new IllegalStateException("this stream has ended; call listAll again");
            }
            starts = handler != null && !isStarted;
            isStarted |= starts;
            hasEnded |= handler == null;
            this.handler = handler;
        }
        if (starts) {
            start();
        } else if (handler == null) {
            subscription.cancel();
        }
        return this;
    }

    /** Sets the handler of the end of the list. */
    @Override
    public VertxPagedStream<T> endHandler(@Nullable Handler<Void> handler) {
        synchronized (this) {
            endHandler = handler;
        }
        run(this::reportEnd);
        return this;
    }

    /** Sets the handler of an exception of a request or of the handler of rows, which ends the stream. */
    @Override
    public VertxPagedStream<T> exceptionHandler(@Nullable Handler<Throwable> handler) {
        synchronized (this) {
            exceptionHandler = handler;
        }
        run(this::reportEnd);
        return this;
    }

    /** Stops the delivery of rows, and requests no further page, until {@link #resume} or {@link #fetch}. */
    @Override
    public VertxPagedStream<T> pause() {
        subscription.pause();
        return this;
    }

    /** Delivers rows without limit. */
    @Override
    public VertxPagedStream<T> resume() {
        return fetch(Long.MAX_VALUE);
    }

    /**
     * Delivers a number of rows to a stream that is paused.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    @Override
    public VertxPagedStream<T> fetch(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("amount is " + amount + " but must not be negative");
        }
        if (amount > 0) {
            subscription.request(amount);
        }
        return this;
    }

    /**
     * Passes every row to an action, in order.
     *
     * @return succeeds after the last row; fails with the exception of a request or of the action, and no further page is
     *     fetched
     */
    public Future<Void> forEach(Consumer<? super T> action) {
        return collect(
                row -> {
                    action.accept(row);
                    return true;
                },
                () -> null);
    }

    /** Returns all rows in order, in memory at once; unmodifiable. */
    public Future<List<T>> toList() {
        List<T> rows = new ArrayList<>();
        return collect(row -> rows.add(row), () -> Collections.unmodifiableList(rows));
    }

    /** Returns the first row that matches, or empty. Requests no page after the one with the row. */
    public Future<Optional<T>> findFirst(Predicate<? super T> filter) {
        List<T> found = new ArrayList<>(1);
        return collect(row -> !(filter.test(row) && found.add(row)), () -> found.stream()
                .findFirst());
    }

    /** Passes rows to a predicate until it returns false. */
    private <R> Future<R> collect(Predicate<T> rows, Supplier<R> result) {
        Promise<R> promise = Promise.promise();
        exceptionHandler(promise::tryFail);
        endHandler(end -> promise.tryComplete(result.get()));
        handler(row -> {
            if (!rows.test(row)) {
                handler(null);
                promise.tryComplete(result.get());
            }
        });
        return promise.future();
    }

    /** Starts after the caller has set all handlers: a pipe resumes its stream once more after it has set them. */
    private void start() {
        if (context == null) {
            subscription.start();
        } else {
            context.runOnContext(ignored -> subscription.start());
        }
    }

    private void run(Runnable task) {
        if (context == null || context == Vertx.currentContext()) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }

    private synchronized @Nullable Handler<T> handler() {
        return handler;
    }

    private void end(@Nullable Throwable cause) {
        synchronized (this) {
            if (hasEnded) {
                return;
            }
            hasEnded = true;
            isEndUnreported = true;
            failure = cause;
        }
        reportEnd();
    }

    private void reportEnd() {
        Runnable report;
        synchronized (this) {
            report = isEndUnreported ? endReport() : null;
            isEndUnreported &= report == null;
        }
        if (report != null) {
            report.run();
        }
    }

    private @Nullable Runnable endReport() {
        Throwable cause = failure;
        Handler<Throwable> onFailure = exceptionHandler;
        Handler<Void> onEnd = endHandler;
        if (cause != null) {
            return onFailure == null ? null : () -> onFailure.handle(cause);
        }
        return onEnd == null ? null : () -> onEnd.handle(null);
    }

    /** The subscriber that passes rows to the handler. */
    private final class Rows implements Flow.Subscriber<T> {
        /** The demand is set by the methods of the stream. */
        @Override
        public void onSubscribe(Flow.Subscription started) {}

        @Override
        public void onNext(T row) {
            Handler<T> target = handler();
            if (target == null) {
                return;
            }
            try {
                target.handle(row);
            } catch (Throwable thrown) { // code in Kotlin can throw checked exceptions
                subscription.cancel();
                end(thrown);
            }
        }

        @Override
        public void onError(Throwable cause) {
            end(cause);
        }

        @Override
        public void onComplete() {
            end(null);
        }
    }
}
