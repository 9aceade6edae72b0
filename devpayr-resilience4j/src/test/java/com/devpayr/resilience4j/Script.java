package com.devpayr.resilience4j;

import static java.util.Objects.requireNonNull;

import com.devpayr.call.PortFactory;
import com.devpayr.error.ApiException;
import com.devpayr.error.ApiFailure;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transport that does what a test says, try by try, then answers with nothing; and counts its requests. */
final class Script implements PortFactory {
    /** What becomes of a request: a failure of its operation. */
    interface Fault extends Function<Operation, RuntimeException> {}

    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<CompletableFuture<@Nullable Object>> pending = new ArrayDeque<>();
    private Runnable before = () -> {};
    private boolean forgetful;
    private int sent;

    static Fault transport(TransportException.Kind kind) {
        return operation -> new TransportException(operation, kind, null);
    }

    static Fault status(int status) {
        return status(status, null);
    }

    static Fault status(int status, @Nullable Duration retryAfter) {
        return operation -> ApiException.of(
                ApiFailure.builder(operation, status).retryAfter(retryAfter).build());
    }

    /** The next tries end so. */
    Script then(Fault... more) {
        faults.addAll(List.of(more));
        return this;
    }

    /** The next tries end so, so often. */
    Script then(int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
        return this;
    }

    /** Does this within each request. */
    Script during(Runnable work) {
        before = work;
        return this;
    }

    /** Asynchronous requests are answered by the test, or never. */
    Script leavingOpen() {
        forgetful = true;
        return this;
    }

    /** The oldest request that is left open. */
    CompletableFuture<@Nullable Object> open() {
        return pending.remove();
    }

    int sent() {
        return sent;
    }

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> perform(method)));
    }

    private @Nullable Object perform(Method method) {
        sent++;
        before.run();
        Fault fault = faults.poll();
        @Nullable RuntimeException failure = fault == null ? null : fault.apply(requireNonNull(Operation.of(method)));
        if (method.getReturnType() == CompletableFuture.class) {
            return future(failure);
        }
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    private CompletableFuture<@Nullable Object> future(@Nullable RuntimeException failure) {
        CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
        if (failure != null) {
            answer.completeExceptionally(failure);
        } else if (forgetful) {
            pending.add(answer);
        } else {
            answer.complete(null);
        }
        return answer;
    }
}
