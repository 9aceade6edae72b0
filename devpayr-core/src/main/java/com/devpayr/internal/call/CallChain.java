package com.devpayr.internal.call;

import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallTransport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interceptors of a blocking client, in order, and the transport behind them. Immutable. */
public final class CallChain implements OperationHandler {
    private final InterceptorList<CallInterceptor> interceptors;
    private final CallTransport transport;

    private CallChain(InterceptorList<CallInterceptor> interceptors, CallTransport transport) {
        this.interceptors = interceptors;
        this.transport = transport;
    }

    /** Returns a chain without interceptors. */
    public static CallChain to(CallTransport transport) {
        return new CallChain(InterceptorList.empty(), transport);
    }

    /** Returns a chain whose last interceptor, before the transport, is always the policy. */
    public static CallChain to(CallTransport transport, CallInterceptor policy) {
        return new CallChain(InterceptorList.endingWith(policy), transport);
    }

    /** Returns a copy with one more interceptor, which is called after those that are there. */
    public CallChain with(CallInterceptor interceptor) {
        return new CallChain(interceptors.with(interceptor), transport);
    }

    @Override
    public @Nullable Object handle(Operation operation, List<Object> arguments) {
        return proceed(operation, arguments, 0);
    }

    private @Nullable Object proceed(Operation operation, List<Object> arguments, int index) {
        return index == interceptors.size()
                ? transport.call(operation, arguments)
                : interceptors.get(index).intercept(new ChainedCall(this, operation, arguments, index + 1));
    }

    private record ChainedCall(CallChain chain, Operation operation, List<Object> arguments, int next) implements Call {
        @Override
        public @Nullable Object proceed() {
            return chain.proceed(operation, arguments, next);
        }
    }
}
