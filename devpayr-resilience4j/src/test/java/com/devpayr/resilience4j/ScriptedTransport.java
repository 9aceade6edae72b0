package com.devpayr.resilience4j;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transport that fails its first requests as scripted, then succeeds with no result. Counts its requests. */
final class ScriptedTransport {
    private static final DevPayrConfig CONFIG = DevPayrConfig.builder().build();

    /** A scripted failure of a request. */
    interface Fault extends Function<Operation, RuntimeException> {}

    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<CompletableFuture<@Nullable Object>> pending = new ArrayDeque<>();
    private Runnable before = () -> {};
    private boolean leavesPending;
    private int sent;

    static Fault transport(TransportException.Kind kind) {
        return operation -> new TransportException(operation, kind, null);
    }

    static Fault status(int status) {
        return status(status, null);
    }

    static Fault status(int status, @Nullable Duration retryAfter) {
        return operation ->
                ApiException.builder(operation, status).retryAfter(retryAfter).build();
    }

    /** Scripts the failures of the next requests. */
    ScriptedTransport then(Fault... more) {
        faults.addAll(List.of(more));
        return this;
    }

    /** Scripts the same failure for a number of requests. */
    ScriptedTransport then(int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
        return this;
    }

    /** Runs an action during each request. */
    ScriptedTransport during(Runnable work) {
        before = work;
        return this;
    }

    /** Leaves asynchronous requests pending until the test completes them. */
    ScriptedTransport leavingPending() {
        leavesPending = true;
        return this;
    }

    /** Removes and returns the oldest pending request. */
    CompletableFuture<@Nullable Object> nextPending() {
        return pending.remove();
    }

    int sent() {
        return sent;
    }

    /** Returns a blocking client over this transport. */
    DevPayr blocking() {
        return DevPayr.create(CONFIG, new CallTransport() {
            @Override
            public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
                RuntimeException failure = next(operation);
                if (failure != null) {
                    throw failure;
                }
                return null;
            }

            @Override
            public void close() {}
        });
    }

    /** Returns an asynchronous client over this transport. */
    AsyncDevPayr async() {
        return AsyncDevPayr.create(CONFIG, new AsyncCallTransport() {
            @Override
            public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
                return future(next(operation));
            }

            @Override
            public void close() {}
        });
    }

    private @Nullable RuntimeException next(Operation operation) {
        sent++;
        before.run();
        Fault fault = faults.poll();
        return fault == null ? null : fault.apply(operation);
    }

    private CompletableFuture<@Nullable Object> future(@Nullable RuntimeException failure) {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        if (failure != null) {
            result.completeExceptionally(failure);
        } else if (leavesPending) {
            pending.add(result);
        } else {
            result.complete(null);
        }
        return result;
    }
}
