package com.devpayr.call;

import com.devpayr.operation.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Says whether the current thread may wait for an answer. The bridge from an asynchronous facade to a blocking one asks
 * it before it starts a call; a transport whose own threads complete the futures refuses those.
 *
 * <pre>{@code
 * AsyncDevPayr.of(ports, client, operation -> {
 *     if (isEventLoop(Thread.currentThread())) {
 *         throw new IllegalStateException(operation.id() + " would block the event loop; call async() instead");
 *     }
 * });
 * }</pre>
 */
@FunctionalInterface
public interface WaitGuard {
    /** Lets every thread wait. */
    WaitGuard NONE = operation -> {};

    /**
     * Returns when the current thread may wait.
     *
     * @throws IllegalStateException when it may not; says what to call instead
     */
    void check(Operation operation);

    /**
     * Starts the call whose answer the current thread is going to wait for; here and now, unless a transport knows that
     * the answer would then come after the wait.
     */
    default CompletableFuture<?> start(Supplier<CompletableFuture<?>> call) {
        return call.get();
    }
}
