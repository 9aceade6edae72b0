package com.devpayr.internal.log;

import com.devpayr.internal.concurrent.Futures;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.BlockingGuard;
import com.devpayr.spi.CallContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An asynchronous transport whose attempts are logged. */
public final class AsyncLoggedTransport implements AsyncCallTransport {
    private final AsyncCallTransport transport;
    private final CallLog log;

    /** Creates a transport over another one, which is closed with it. */
    public AsyncLoggedTransport(AsyncCallTransport transport, CallLog log) {
        this.transport = transport;
        this.log = log;
    }

    @Override
    public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
        LoggedAttempt attempt = log.newAttempt(operation, context);
        try {
            CompletableFuture<?> result = transport.call(operation, arguments, attempt);
            if (result == null) {
                throw new IllegalStateException("the transport returned no future for " + operation.id());
            }
            return logged(result, attempt);
        } catch (Throwable failure) {
            attempt.end(failure);
            throw failure;
        }
    }

    /** Returns a future that completes after the line of the attempt is written. */
    private static CompletableFuture<?> logged(CompletableFuture<?> result, LoggedAttempt attempt) {
        CompletableFuture<@Nullable Object> logged = Futures.derivedFrom(result);
        result.whenComplete((value, failure) -> {
            Throwable reason = failure == null ? null : Futures.unwrap(failure);
            attempt.end(reason);
            if (reason == null) {
                logged.complete(value);
            } else {
                logged.completeExceptionally(reason);
            }
        });
        return logged;
    }

    @Override
    public BlockingGuard blockingGuard() {
        return transport.blockingGuard();
    }

    @Override
    public void close() {
        transport.close();
    }
}
