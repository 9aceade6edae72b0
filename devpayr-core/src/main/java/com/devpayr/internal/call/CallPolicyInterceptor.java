package com.devpayr.internal.call;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.policy.SideEffects;
import com.devpayr.operation.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The rules for every call on every transport: the client is open, all arguments are valid, and a create or state change
 * whose response was lost fails with an unknown outcome. The last interceptor of each client.
 */
public final class CallPolicyInterceptor implements CallInterceptor, AsyncCallInterceptor {
    private final Lifecycle lifecycle;

    /** Creates the rules for the clients that share a lifecycle. */
    public CallPolicyInterceptor(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public @Nullable Object intercept(Call call) {
        check(call.operation(), call.arguments());
        try {
            return call.proceed();
        } catch (DevPayrException failure) {
            throw SideEffects.translate(call.operation(), failure);
        }
    }

    @Override
    public CompletableFuture<?> intercept(AsyncCall call) {
        Operation operation = call.operation();
        check(operation, call.arguments()); // the chain turns what this throws into a failed future
        CompletableFuture<?> result = call.proceed();
        return operation.retrySafety().isSafe()
                ? result
                : Futures.mapFailure(result, failure -> translate(operation, failure));
    }

    private static Throwable translate(Operation operation, Throwable failure) {
        return failure instanceof DevPayrException known ? SideEffects.translate(operation, known) : failure;
    }

    private void check(Operation operation, List<Object> arguments) {
        lifecycle.requireOpen();
        List<String> names = operation.pathParameters();
        int id = 0;
        for (int i = 0; i < arguments.size(); i++) { // avoids an iterator for each call
            Object argument = arguments.get(i);
            if (argument instanceof Long value) {
                if (id == names.size()) {
                    throw new IllegalArgumentException(
                            operation.id() + " takes " + names.size() + " ids, but more were passed");
                }
                Preconditions.id(names.get(id++), value);
            } else if (argument == null) {
                throw new InvalidRequestException("an argument of " + operation.id(), "is null; pass a value");
            }
        }
    }
}
