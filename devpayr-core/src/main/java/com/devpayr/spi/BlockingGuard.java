package com.devpayr.spi;

import com.devpayr.operation.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Decides whether the current thread may wait for a response. Consulted by the blocking client over an asynchronous
 * transport: a transport whose own threads complete the futures rejects those threads, which would deadlock.
 *
 * <pre>{@code
 * BlockingGuard guard = operation -> {
 *     if (isEventLoop(Thread.currentThread())) {
 *         throw new IllegalStateException(operation.id() + " would block the event loop; call async() instead");
 *     }
 * };
 * }</pre>
 */
@FunctionalInterface
public interface BlockingGuard {
    /** Permits every thread to wait. */
    BlockingGuard NONE = operation -> {};

    /**
     * Returns if the current thread may wait.
     *
     * @throws IllegalStateException if it may not; the message says what to call instead
     */
    void check(Operation operation);

    /**
     * Starts the call that the current thread is going to wait for. Uses the current thread by default. A transport
     * overrides it if the future could then not be completed until the wait has ended.
     */
    default CompletableFuture<?> start(Supplier<CompletableFuture<?>> call) {
        return call.get();
    }
}
