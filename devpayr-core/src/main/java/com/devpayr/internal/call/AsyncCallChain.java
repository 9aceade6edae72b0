package com.devpayr.internal.call;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallOptions;
import com.devpayr.internal.log.AsyncLoggedTransport;
import com.devpayr.internal.log.CallLog;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.CallContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The interceptors of an asynchronous client, in order, and the transport behind them. Immutable. */
public final class AsyncCallChain implements OperationHandler {
    private final InterceptorList<AsyncCallInterceptor> interceptors;
    private final AsyncCallTransport transport;
    private final CallContext context;
    private final boolean isLogged;

    private AsyncCallChain(
            InterceptorList<AsyncCallInterceptor> interceptors,
            AsyncCallTransport transport,
            CallContext context,
            boolean isLogged) {
        this.interceptors = interceptors;
        this.transport = transport;
        this.context = context;
        this.isLogged = isLogged;
    }

    /** Returns a chain without interceptors. */
    public static AsyncCallChain to(AsyncCallTransport transport) {
        return new AsyncCallChain(InterceptorList.empty(), transport, CallContext.DEFAULT, false);
    }

    /**
     * Returns a chain whose last interceptor, before the transport, is always the policy.
     *
     * @param log the log of the attempts; null for none
     */
    public static AsyncCallChain to(AsyncCallTransport transport, AsyncCallInterceptor policy, @Nullable CallLog log) {
        InterceptorList<AsyncCallInterceptor> interceptors = InterceptorList.endingWith(policy);
        return log == null
                ? new AsyncCallChain(interceptors, transport, CallContext.DEFAULT, false)
                : new AsyncCallChain(interceptors, new AsyncLoggedTransport(transport, log), CallContext.DEFAULT, true);
    }

    /** Returns a chain that runs the calls of a blocking one on an executor and has its options. */
    public static AsyncCallChain adapting(CallChain calls, Executor executor) {
        return new AsyncCallChain(
                InterceptorList.empty(), new AsyncAdapter(calls, executor), calls.context(), calls.isLogged());
    }

    /** Returns a copy with one more interceptor, which is called after those that are there. */
    public AsyncCallChain with(AsyncCallInterceptor interceptor) {
        return new AsyncCallChain(interceptors.with(interceptor), transport, context, isLogged);
    }

    /** Returns a copy whose calls have more options. */
    public AsyncCallChain with(CallOptions options) {
        return new AsyncCallChain(
                interceptors, transport, CallContext.of(options().mergedWith(options)), isLogged);
    }

    /** Returns the options of its calls. */
    public CallOptions options() {
        return context.options();
    }

    /** Starts a call. Never throws: a failure is the future's. */
    @Override
    public CompletableFuture<?> handle(Operation operation, List<Object> arguments) {
        return handle(operation, arguments, isLogged ? CallLog.newCall(options()) : context);
    }

    CallContext context() {
        return context;
    }

    boolean isLogged() {
        return isLogged;
    }

    /** Starts a call in the context of a chain that this one was adapted to, which has its options. */
    CompletableFuture<?> handle(Operation operation, List<Object> arguments, CallContext adapted) {
        return proceed(operation, arguments, adapted, 0);
    }

    private CompletableFuture<?> proceed(
            Operation operation, List<Object> arguments, CallContext callContext, int index) {
        try {
            boolean isLast = index == interceptors.size();
            CompletableFuture<?> result = isLast
                    ? transport.call(operation, arguments, callContext)
                    : interceptors
                            .get(index)
                            .intercept(new ChainedCall(this, operation, arguments, callContext, index + 1));
            return result == null ? missing(operation, isLast ? "the transport" : "an interceptor") : result;
        } catch (Throwable failure) { // code in Kotlin can throw checked exceptions
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static CompletableFuture<?> missing(Operation operation, String culprit) {
        return CompletableFuture.failedFuture(
                new IllegalStateException(culprit + " returned no future for " + operation.id()));
    }

    private record ChainedCall(
            AsyncCallChain chain, Operation operation, List<Object> arguments, CallContext context, int next)
            implements AsyncCall {
        @Override
        public CallOptions options() {
            return context.options();
        }

        @Override
        public CompletableFuture<?> proceed() {
            return chain.proceed(operation, arguments, context, next);
        }
    }
}
