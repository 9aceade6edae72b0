package com.devpayr.internal.call;

import com.devpayr.error.DevPayrException;
import com.devpayr.error.TransportException;
import com.devpayr.internal.policy.SideEffects;
import com.devpayr.operation.Operation;
import com.devpayr.spi.BlockingGuard;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for the calls of an asynchronous client. An interrupt cancels the call that is waited for. */
public final class BlockingAdapter implements CallTransport {
    private final AsyncCallChain calls;
    private final BlockingGuard guard;

    /**
     * Creates an adapter.
     *
     * @param guard asked before each call is started
     */
    public BlockingAdapter(AsyncCallChain calls, BlockingGuard guard) {
        this.calls = calls;
        this.guard = guard;
    }

    @Override
    public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
        guard.check(operation);
        return await(operation, guard.start(() -> calls.handle(operation, arguments, context)));
    }

    private static @Nullable Object await(Operation operation, CompletableFuture<?> result) {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause());
        } catch (InterruptedException interrupted) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            TransportException failure = new TransportException(operation, TransportException.Kind.INTERRUPTED, null);
            throw SideEffects.translate(operation, failure); // the call policy has seen the cancelled call only
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        if (failure instanceof DevPayrException known) {
            return known;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException other
                ? other
                : new IllegalStateException("a call failed with a checked exception", failure);
    }

    /** Does nothing: both clients share one lifecycle. */
    @Override
    public void close() {}
}
