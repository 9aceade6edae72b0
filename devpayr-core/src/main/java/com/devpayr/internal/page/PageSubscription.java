package com.devpayr.internal.page;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.concurrent.Futures;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import java.util.Collections;
import java.util.Iterator;
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
 * <p>Demand, responses and cancellation only count {@link #signals}; whoever raises it from zero runs the loop that handles
 * them. The subscriber is therefore called serially, and neither immediate pages nor demand from within {@code onNext} deepen
 * the stack.
 *
 * @param <T> type of the rows
 */
public final class PageSubscription<T> implements Flow.Subscription {
    private final Function<PageRequest, CompletableFuture<Page<T>>> fetch;
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
    private @Nullable PageRequest next = PageRequest.ofSize(PageRequest.MAX_SIZE);
    private @Nullable CompletableFuture<Page<T>> inFlight;

    /**
     * Creates a subscription.
     *
     * @param operation list operation, named in exceptions
     * @param fetch request for one page
     * @param executor runs the loop that calls the subscriber
     */
    public PageSubscription(
            Operation operation,
            Function<PageRequest, CompletableFuture<Page<T>>> fetch,
            Flow.Subscriber<? super T> subscriber,
            Executor executor) {
        this.fetch = fetch;
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
        } catch (RuntimeException | Error violation) {
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
        CompletableFuture<Page<T>> page = inFlight;
        if (page != null) {
            return receive(target, page);
        }
        PageRequest request = next;
        if (request == null) {
            end();
            target.onComplete();
            return true;
        }
        return demand.get() > 0 && fetch(target, request);
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

    private boolean fetch(Flow.Subscriber<? super T> target, PageRequest request) {
        try {
            CompletableFuture<Page<T>> page = fetch.apply(request);
            inFlight = page;
            if (!page.isDone()) {
                page.whenComplete((response, failure) -> signal());
            }
        } catch (RuntimeException | Error failure) {
            fail(target, failure);
        }
        return true;
    }

    private boolean receive(Flow.Subscriber<? super T> target, CompletableFuture<Page<T>> page) {
        if (!page.isDone()) {
            return false;
        }
        inFlight = null;
        try {
            Page<T> received = page.join();
            next = requestAfter(received);
            rows = received.items().iterator();
        } catch (RuntimeException | Error failure) {
            fail(target, failure);
        }
        return true;
    }

    private @Nullable PageRequest requestAfter(Page<T> page) {
        String cursor = page.nextCursor();
        if (cursor == null) {
            return null;
        }
        loops.check(page.items().size(), cursor);
        return PageRequest.ofSize(PageRequest.MAX_SIZE).withCursor(cursor);
    }

    private void fail(Flow.Subscriber<? super T> target, Throwable failure) {
        end();
        target.onError(Futures.unwrap(failure));
    }

    /** Cancels the request in progress and releases the subscriber and the rows (rule 3.13). */
    private void end() {
        subscriber = null;
        rows = Collections.emptyIterator();
        next = null;
        CompletableFuture<Page<T>> request = inFlight;
        inFlight = null;
        if (request != null) {
            request.cancel(true);
        }
    }
}
