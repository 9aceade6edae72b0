package com.devpayr.internal.call;

import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.CallContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs the calls of a blocking client on an executor. Cancelling a future interrupts its call. */
public final class AsyncAdapter implements AsyncCallTransport {
    private final CallChain calls;
    private final Executor executor;

    /** Creates an adapter. */
    public AsyncAdapter(CallChain calls, Executor executor) {
        this.calls = calls;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        FutureTask<@Nullable Object> task =
                new FutureTask<>(() -> complete(result, operation, arguments, context), null);
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                task.cancel(true);
            }
        });
        executor.execute(task);
        return result;
    }

    private void complete(
            CompletableFuture<@Nullable Object> result,
            Operation operation,
            List<Object> arguments,
            CallContext context) {
        try {
            result.complete(calls.handle(operation, arguments, context));
        } catch (Throwable failure) { // code in Kotlin can throw checked exceptions
            result.completeExceptionally(failure);
        }
    }

    /** Does nothing: both clients share one lifecycle. */
    @Override
    public void close() {}
}
