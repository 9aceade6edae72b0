package com.devpayr.internal.call;

import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.call.CallOptions;
import com.devpayr.internal.log.CallLog;
import com.devpayr.internal.log.LoggedTransport;
import com.devpayr.operation.Operation;
import com.devpayr.spi.BlockingGuard;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interceptors of a blocking client, in order, and the transport behind them. Immutable. */
public final class CallChain implements OperationHandler {
    private final InterceptorList<CallInterceptor> interceptors;
    private final CallTransport transport;
    private final CallContext context;
    private final boolean isLogged;

    private CallChain(
            InterceptorList<CallInterceptor> interceptors,
            CallTransport transport,
            CallContext context,
            boolean isLogged) {
        this.interceptors = interceptors;
        this.transport = transport;
        this.context = context;
        this.isLogged = isLogged;
    }

    /** Returns a chain without interceptors. */
    public static CallChain to(CallTransport transport) {
        return new CallChain(InterceptorList.empty(), transport, CallContext.DEFAULT, false);
    }

    /**
     * Returns a chain whose last interceptor, before the transport, is always the policy.
     *
     * @param log the log of the attempts; null for none
     */
    public static CallChain to(CallTransport transport, CallInterceptor policy, @Nullable CallLog log) {
        InterceptorList<CallInterceptor> interceptors = InterceptorList.endingWith(policy);
        return log == null
                ? new CallChain(interceptors, transport, CallContext.DEFAULT, false)
                : new CallChain(interceptors, new LoggedTransport(transport, log), CallContext.DEFAULT, true);
    }

    /** Returns a chain that waits for the calls of an asynchronous one and has its options. */
    public static CallChain adapting(AsyncCallChain calls, BlockingGuard guard) {
        return new CallChain(
                InterceptorList.empty(), new BlockingAdapter(calls, guard), calls.context(), calls.isLogged());
    }

    /** Returns a copy with one more interceptor, which is called after those that are there. */
    public CallChain with(CallInterceptor interceptor) {
        return new CallChain(interceptors.with(interceptor), transport, context, isLogged);
    }

    /** Returns a copy whose calls have more options. */
    public CallChain with(CallOptions options) {
        return new CallChain(interceptors, transport, CallContext.of(options().mergedWith(options)), isLogged);
    }

    /** Returns the options of its calls. */
    public CallOptions options() {
        return context.options();
    }

    @Override
    public @Nullable Object handle(Operation operation, List<Object> arguments) {
        return handle(operation, arguments, isLogged ? CallLog.newCall(options()) : context);
    }

    CallContext context() {
        return context;
    }

    boolean isLogged() {
        return isLogged;
    }

    /** Performs an operation in the context of a chain that this one was adapted to, which has its options. */
    @Nullable
    Object handle(Operation operation, List<Object> arguments, CallContext adapted) {
        return proceed(operation, arguments, adapted, 0);
    }

    private @Nullable Object proceed(Operation operation, List<Object> arguments, CallContext callContext, int index) {
        return index == interceptors.size()
                ? transport.call(operation, arguments, callContext)
                : interceptors
                        .get(index)
                        .intercept(new ChainedCall(this, operation, arguments, callContext, index + 1));
    }

    private record ChainedCall(
            CallChain chain, Operation operation, List<Object> arguments, CallContext context, int next)
            implements Call {
        @Override
        public CallOptions options() {
            return context.options();
        }

        @Override
        public @Nullable Object proceed() {
            return chain.proceed(operation, arguments, context, next);
        }
    }
}
