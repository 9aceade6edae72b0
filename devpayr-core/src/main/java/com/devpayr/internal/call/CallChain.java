package com.devpayr.internal.call;

import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.call.CallOptions;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interceptors of a blocking client, in order, and the transport behind them. Immutable. */
public final class CallChain implements OperationHandler {
    private final InterceptorList<CallInterceptor> interceptors;
    private final CallTransport transport;
    private final CallContext context;

    private CallChain(InterceptorList<CallInterceptor> interceptors, CallTransport transport, CallContext context) {
        this.interceptors = interceptors;
        this.transport = transport;
        this.context = context;
    }

    /** Returns a chain without interceptors. */
    public static CallChain to(CallTransport transport) {
        return new CallChain(InterceptorList.empty(), transport, CallContext.DEFAULT);
    }

    /** Returns a chain whose last interceptor, before the transport, is always the policy. */
    public static CallChain to(CallTransport transport, CallInterceptor policy) {
        return new CallChain(InterceptorList.endingWith(policy), transport, CallContext.DEFAULT);
    }

    /** Returns a copy with one more interceptor, which is called after those that are there. */
    public CallChain with(CallInterceptor interceptor) {
        return new CallChain(interceptors.with(interceptor), transport, context);
    }

    /** Returns a copy whose calls have more options. */
    public CallChain with(CallOptions options) {
        return new CallChain(interceptors, transport, CallContext.of(options().mergedWith(options)));
    }

    /** Returns the options of its calls. */
    public CallOptions options() {
        return context.options();
    }

    @Override
    public @Nullable Object handle(Operation operation, List<Object> arguments) {
        return handle(operation, arguments, context);
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
