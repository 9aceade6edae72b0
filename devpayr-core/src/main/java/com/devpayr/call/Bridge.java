package com.devpayr.call;

import static java.util.Objects.requireNonNull;

import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Offers the ports of one style as those of the other: the same methods, with and without a future. */
public final class Bridge {
    private Bridge() {}

    /** An asynchronous port whose calls run on an executor. A cancel interrupts a call that runs. */
    public static <A, B> A toAsync(Class<A> asyncType, Class<B> blockingType, B port, Executor executor) {
        return new ToAsync(asyncType, twins(asyncType, blockingType), requirePort(port), executor).proxy(asyncType);
    }

    /**
     * A blocking port whose calls wait for a future. An interrupt cancels the call that is waited for.
     *
     * @param guard asked before each call is started
     */
    public static <A, B> B toBlocking(Class<B> blockingType, Class<A> asyncType, A port, WaitGuard guard) {
        return new ToBlocking(blockingType, twins(blockingType, asyncType), requirePort(port), guard)
                .proxy(blockingType);
    }

    /**
     * A port of another library's style: its methods return what is made of the asynchronous port's futures.
     *
     * @param type has the methods of the asynchronous port, each tied to its operation, with results of another type
     * @param conversion starts the call and makes the result of its future, which never fails to come
     * @throws IllegalStateException when the type has a method that the asynchronous port does not have
     */
    public static <A, P> P toStyle(
            Class<P> type, Class<A> asyncType, A port, Function<Supplier<CompletableFuture<?>>, ?> conversion) {
        return new ToStyle(type, twins(type, asyncType), requirePort(port), conversion).proxy(type);
    }

    private static Object requirePort(@Nullable Object port) {
        return requireNonNull(port, "port");
    }

    private static Map<Method, Method> twins(Class<?> from, Class<?> to) {
        Map<Method, Method> twins = new HashMap<>();
        for (Method method : from.getMethods()) {
            if (Operation.of(method) != null) {
                twins.put(method, twin(method, to));
            }
        }
        return twins;
    }

    private static Method twin(Method method, Class<?> type) {
        try {
            return type.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(type.getSimpleName() + " has no twin of " + method, missing);
        }
    }

    private abstract static class Handler extends PortHandler {
        private final Map<Method, Method> twins;
        final Object target;

        Handler(Class<?> port, Map<Method, Method> twins, Object target) {
            super(port);
            this.twins = twins;
            this.target = target;
        }

        final CompletableFuture<?> callAsyncTwin(Operation operation, Method method, Object[] arguments) {
            if (callTwin(method, arguments) instanceof CompletableFuture<?> answer) {
                return answer;
            }
            throw new IllegalStateException(operation.id() + " of the asynchronous port returned no future");
        }

        final @Nullable Object callTwin(Method method, Object[] arguments) {
            Method twin = twins.get(method);
            if (twin == null) {
                throw new IllegalStateException("no twin of " + method);
            }
            return PortMethod.call(target, twin, arguments);
        }
    }

    private static final class ToAsync extends Handler {
        private final Executor executor;

        ToAsync(Class<?> port, Map<Method, Method> twins, Object target, Executor executor) {
            super(port, twins, target);
            this.executor = executor;
        }

        @Override
        Object perform(Operation operation, Method method, Object[] arguments) {
            CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
            FutureTask<@Nullable Object> task = new FutureTask<>(() -> complete(answer, method, arguments), null);
            answer.whenComplete((value, failure) -> {
                if (answer.isCancelled()) {
                    task.cancel(true);
                }
            });
            try {
                executor.execute(task);
            } catch (RuntimeException rejected) {
                answer.completeExceptionally(rejected);
            }
            return answer;
        }

        private void complete(CompletableFuture<@Nullable Object> answer, Method method, Object[] arguments) {
            try {
                answer.complete(callTwin(method, arguments));
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        }
    }

    private static final class ToStyle extends Handler {
        private final Function<Supplier<CompletableFuture<?>>, ?> conversion;

        ToStyle(
                Class<?> port,
                Map<Method, Method> twins,
                Object target,
                Function<Supplier<CompletableFuture<?>>, ?> conversion) {
            super(port, twins, target);
            this.conversion = conversion;
        }

        @Override
        @Nullable
        Object perform(Operation operation, Method method, Object[] arguments) {
            return conversion.apply(() -> callAsyncTwin(operation, method, arguments));
        }
    }

    private static final class ToBlocking extends Handler {
        private final WaitGuard guard;

        ToBlocking(Class<?> port, Map<Method, Method> twins, Object target, WaitGuard guard) {
            super(port, twins, target);
            this.guard = guard;
        }

        @Override
        @Nullable
        Object perform(Operation operation, Method method, Object[] arguments) {
            guard.check(operation);
            return await(operation, guard.start(() -> callAsyncTwin(operation, method, arguments)));
        }

        private static @Nullable Object await(Operation operation, CompletableFuture<?> answer) {
            try {
                return answer.get();
            } catch (ExecutionException failed) {
                throw PortMethod.unchecked(failed.getCause());
            } catch (InterruptedException interrupted) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new TransportException(operation, TransportException.Kind.INTERRUPTED, null);
            }
        }
    }
}
