package com.devpayr.internal.page;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.concurrent.Futures;
import com.devpayr.operation.Operation;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of a list's rows to one subscriber, by the rules of Reactive Streams. A page is requested when a row is demanded
 * and none is left: one request at a time, one page in memory.
 *
 * <p>Demand, responses and cancellation only raise {@link #signals}; the thread that raises it from zero runs the loop that handles
 * them. The subscriber is therefore called serially, and neither immediate pages nor demand from within {@code onNext} deepen
 * the stack.
 *
 * @param <P> type of the pages
 * @param <T> type of the rows
 */
public final class PageSubscription<P, T> implements Flow.Subscription {
    private final Function<@Nullable String, CompletableFuture<P>> fetch;
    private final Function<P, List<T>> rowsOf;
    private final Function<P, @Nullable String> nextCursorOf;
    private final CursorLoopDetector loops;
    private final Executor executor;
    private final AtomicLong demand = new AtomicLong();

    /** Starts at one, so that nothing is delivered before {@link #start} has called {@code onSubscribe}. */
    private final AtomicInteger signals = new AtomicInteger(1);

    private volatile boolean isCancelled;
    private volatile @Nullable IllegalArgumentException invalidDemand;

    // used by the loop only
    private Flow.@Nullable Subscriber<? super T> subscriber; // null after the last signal
    private Iterator<T> rows = Collections.emptyIterator();
    private @Nullable String cursor;
    private boolean isLastPage;
    private @Nullable CompletableFuture<P> inFlight;

    /**
     * Creates a subscription.
     *
     * @param operation list operation, named in exceptions
     * @param fetch request for the page that starts at a cursor, which is null for the first page
     * @param rowsOf returns the rows of a page
     * @param nextCursorOf returns the cursor of the page after a page, or null after the last one
     * @param executor runs the loop that calls the subscriber
     */
    public PageSubscription(
            Operation operation,
            Function<@Nullable String, CompletableFuture<P>> fetch,
            Function<P, List<T>> rowsOf,
            Function<P, @Nullable String> nextCursorOf,
            Flow.Subscriber<? super T> subscriber,
            Executor executor) {
        this.fetch = fetch;
        this.rowsOf = rowsOf;
        this.nextCursorOf = nextCursorOf;
        this.loops = new CursorLoopDetector(operation);
        this.subscriber = subscriber;
        this.executor = executor;
    }

    /** Calls {@code onSubscribe}, and delivers rows from then on. To be called once. */
    public void start() {
        requireNonNull(subscriber).onSubscribe(this);
        executor.execute(this::handleSignals);
    }

    @Override
    public void request(long rows) {
        if (rows > 0) {
            demand.getAndUpdate(current -> current + rows < 0 ? Long.MAX_VALUE : current + rows);
        } else {
            invalidDemand = new IllegalArgumentException(
                    "the requested number of rows is " + rows + " but must be positive (Reactive Streams, rule 3.9)");
        }
        signal();
    }

    /** Withdraws the demand. Not part of Reactive Streams; for streams that can be paused. */
    public void pause() {
        demand.set(0);
    }

    @Override
    public void cancel() {
        isCancelled = true;
        signal();
    }

    private void signal() {
        if (signals.getAndIncrement() == 0) {
            executor.execute(this::handleSignals);
        }
    }

    private void handleSignals() {
        int handled = signals.get();
        do {
            deliverOrEnd();
            handled = signals.addAndGet(-handled);
        } while (handled != 0);
    }

    /** Raises what the subscriber throws on this thread, and counts the subscription as cancelled (rule 2.13). */
    private void deliverOrEnd() {
        try {
            deliver();
        } catch (Throwable violation) { // code in Kotlin can throw checked exceptions
            end();
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, violation);
        }
    }

    private void deliver() {
        Flow.Subscriber<? super T> target = subscriber;
        while (target != null) {
            IllegalArgumentException invalid = invalidDemand;
            if (isCancelled) {
                end();
            } else if (invalid != null) {
                end();
                target.onError(invalid);
            } else if (!step(target)) {
                return;
            }
            target = subscriber;
        }
    }

    /** Delivers a row, receives a page or requests one. Returns false if there is nothing to do until the next signal. */
    private boolean step(Flow.Subscriber<? super T> target) {
        if (rows.hasNext()) {
            return deliverRow(target);
        }
        CompletableFuture<P> page = inFlight;
        if (page != null) {
            return receive(target, page);
        }
        if (isLastPage) {
            end();
            target.onComplete();
            return true;
        }
        return demand.get() > 0 && fetch(target);
    }

    private boolean deliverRow(Flow.Subscriber<? super T> target) {
        if (demand.getAndUpdate(PageSubscription::decrement) == 0) {
            return false;
        }
        target.onNext(rows.next());
        return true;
    }

    private static long decrement(long demand) {
        return demand == 0 || demand == Long.MAX_VALUE ? demand : demand - 1;
    }

    private boolean fetch(Flow.Subscriber<? super T> target) {
        try {
            CompletableFuture<P> page = fetch.apply(cursor);
            inFlight = page;
            if (!page.isDone()) {
                page.whenComplete((response, failure) -> signal());
            }
        } catch (Throwable failure) {
            fail(target, failure);
        }
        return true;
    }

    private boolean receive(Flow.Subscriber<? super T> target, CompletableFuture<P> page) {
        if (!page.isDone()) {
            return false;
        }
        inFlight = null;
        try {
            receive(page.join());
        } catch (Throwable failure) {
            fail(target, failure);
        }
        return true;
    }

    private void receive(P page) {
        List<T> received = rowsOf.apply(page);
        cursor = nextCursorOf.apply(page);
        isLastPage = cursor == null;
        if (cursor != null) {
            loops.check(received.size(), cursor);
        }
        rows = received.iterator();
    }

    private void fail(Flow.Subscriber<? super T> target, Throwable failure) {
        end();
        target.onError(Futures.unwrap(failure));
    }

    /** Cancels the request in progress and releases the subscriber and the rows (rule 3.13). */
    private void end() {
        subscriber = null;
        rows = Collections.emptyIterator();
        CompletableFuture<P> request = inFlight;
        inFlight = null;
        if (request != null) {
            request.cancel(true);
        }
    }
}
