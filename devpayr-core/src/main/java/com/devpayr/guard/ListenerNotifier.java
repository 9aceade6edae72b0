package com.devpayr.guard;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells listeners of each change, once and in order, whichever thread finds it out. Holds no lock while it tells, so that
 * a listener may ask the guard whatever it likes.
 */
final class ListenerNotifier {
    private final List<GuardListener> listeners;
    private final Queue<Verdict> found = new ConcurrentLinkedQueue<>();
    private final AtomicInteger untold = new AtomicInteger();
    private volatile Verdict told;

    ListenerNotifier(List<GuardListener> listeners, Verdict first) {
        this.listeners = List.copyOf(listeners);
        this.told = first;
    }

    /** Notes a verdict; it is told at the next {@link #tell()}. */
    void note(Verdict verdict) {
        found.add(verdict);
    }

    /** Tells what was noted, unless another thread is about it: that one then tells this too. */
    void tell() {
        if (untold.getAndIncrement() > 0) {
            return;
        }
        int asked = 1;
        while (asked > 0) {
            for (Verdict now = found.poll(); now != null; now = found.poll()) {
                tell(now);
            }
            asked = untold.addAndGet(-asked);
        }
    }

    private void tell(Verdict after) {
        Verdict before = told;
        told = after;
        if (!isSame(before, after)) {
            each(listener -> listener.verdictChanged(before, after));
        }
    }

    void leaseStoreFailed(RuntimeException failure) {
        each(listener -> listener.leaseStoreFailed(failure));
    }

    private void each(Consumer<GuardListener> call) {
        for (GuardListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException | Error failure) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
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
