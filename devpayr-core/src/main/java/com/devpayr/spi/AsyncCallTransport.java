package com.devpayr.spi;

import com.devpayr.operation.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Performs the calls of an asynchronous client; see {@link CallTransport}.
 *
 * <pre>{@code
 * AsyncDevPayr devpayr = AsyncDevPayr.create(config, transport);
 * }</pre>
 *
 * <p>Must be safe for use by multiple threads.
 */
public interface AsyncCallTransport extends AutoCloseable {
    /**
     * Starts a call. Must not block. Cancelling the future must abort the HTTP request.
     *
     * @param arguments the arguments of the port's method, in order
     * @param context the options of the call, which the request must have
     * @return the result of the port's method; a failed call fails the future with a {@link
     *     com.devpayr.error.DevPayrException}, not wrapped
     */
    CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context);

    /** Returns the check that runs before a thread waits for a result; by default every thread may wait. */
    default BlockingGuard blockingGuard() {
        return BlockingGuard.NONE;
    }

    /** Releases connections and threads. Calls in progress fail. Called once. */
    @Override
    void close();

    /**
     * Returns a transport that is created by the first call; see {@link CallTransport#lazy}. Every thread may wait for its
     * results.
     */
    static AsyncCallTransport lazy(Supplier<? extends AsyncCallTransport> factory) {
        LazyResource<AsyncCallTransport> transport = new LazyResource<>(factory);
        return new AsyncCallTransport() {
            @Override
            public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
                return transport.get().call(operation, arguments, context);
            }

            @Override
            public void close() {
                transport.ifCreated(AsyncCallTransport::close);
            }
        };
    }
}
