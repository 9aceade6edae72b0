package com.devpayr.call;

import com.devpayr.error.DevPayrException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.policy.SideEffects;
import com.devpayr.operation.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every call on every transport: the client is open, no argument is impossible, and a create or state
 * change whose answer was lost says that its outcome is unknown.
 */
public final class CallRules implements CallInterceptor, AsyncCallInterceptor {
    private final Lifecycle lifecycle;

    /** Rules for the facades that share a lifecycle. */
    public CallRules(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public @Nullable Object intercept(Call call) {
        check(call.operation(), call.arguments());
        try {
            return call.proceed();
        } catch (DevPayrException failure) {
            throw SideEffects.of(call.operation(), failure);
        }
    }

    @Override
    public CompletableFuture<?> intercept(AsyncCall call) {
        Operation operation = call.operation();
        try {
            check(operation, call.arguments());
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        CompletableFuture<?> answer = call.proceed();
        return operation.retrySafety().isSafe()
                ? answer
                : Futures.mapFailure(
                        answer,
                        failure ->
                                failure instanceof DevPayrException ours ? SideEffects.of(operation, ours) : failure);
    }

    private void check(Operation operation, List<Object> arguments) {
        lifecycle.requireOpen();
        List<String> names = operation.pathParameters();
        int id = 0;
        for (int i = 0; i < arguments.size(); i++) { // no iterator for each call
            Object argument = arguments.get(i);
            if (argument instanceof Long value) {
                Preconditions.id(names.get(id++), value);
            } else if (argument == null) {
                throw new InvalidRequestException("an argument of " + operation.id(), "is null; give it a value");
            }
        }
    }
}
