package com.devpayr.guard;

import com.devpayr.internal.concurrent.UncaughtFailures;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Notifies listeners of each change of the verdict, once and in order, from any thread. Holds no lock during a
 * notification, so a listener may call the guard.
 */
final class ListenerNotifier {
    private final List<GuardListener> listeners;
    private final Queue<Verdict> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pendingDeliveries = new AtomicInteger();
    private volatile Verdict delivered;

    ListenerNotifier(List<GuardListener> listeners, Verdict initial) {
        this.listeners = List.copyOf(listeners);
        this.delivered = initial;
    }

    /** Adds a verdict to the queue; listeners receive it with the next {@link #deliver()}. */
    void enqueue(Verdict verdict) {
        queue.add(verdict);
    }

    /** Delivers the queued verdicts. When another thread is delivering already, that thread delivers these as well. */
    void deliver() {
        if (queue.isEmpty() || pendingDeliveries.getAndIncrement() > 0) {
            return; // a verdict that is enqueued meanwhile is delivered by the thread that enqueues it
        }
        int requested = 1;
        while (requested > 0) {
            for (Verdict next = queue.poll(); next != null; next = queue.poll()) {
                deliver(next);
            }
            requested = pendingDeliveries.addAndGet(-requested);
        }
    }

    private void deliver(Verdict after) {
        Verdict before = delivered;
        delivered = after;
        if (!isSame(before, after)) {
            forEach(listener -> listener.verdictChanged(before, after));
        }
    }

    /** Reports a failure of the lease store, which can throw checked exceptions if it is not written in Java. */
    void leaseStoreFailed(Throwable failure) {
        RuntimeException reported = failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("the lease store failed: " + failure, failure);
        forEach(listener -> listener.leaseStoreFailed(reported));
    }

    private void forEach(Consumer<GuardListener> notification) {
        for (GuardListener listener : listeners) {
            try {
                notification.accept(listener);
            } catch (Throwable failure) {
                UncaughtFailures.report(failure);
            }
        }
    }

    private static boolean isSame(Verdict before, Verdict after) {
        if (before instanceof Verdict.Allowed one && after instanceof Verdict.Allowed other) {
            return one.source() == other.source();
        }
        if (before instanceof Verdict.Denied one && after instanceof Verdict.Denied other) {
            return one.reason().equals(other.reason());
        }
        return before instanceof Verdict.Unknown one
                && after instanceof Verdict.Unknown other
                && one.cause() == other.cause();
    }
}
