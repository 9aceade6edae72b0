package com.devpayr.call;

import static java.util.Objects.requireNonNull;

import com.devpayr.operation.Operation;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Puts an interceptor around every port that a factory gives; the factory is asked for a port at its first call. */
public final class Interception {
    private Interception() {}

    /** The same blocking ports, each of their operations passing the interceptor. */
    public static PortFactory around(PortFactory ports, CallInterceptor interceptor) {
        return new PortFactory() {
            @Override
            public <P> P port(Class<P> type) {
                return new Blocking(type, new LatePort(ports, type), interceptor).proxy(type);
            }
        };
    }

    /** The same asynchronous ports, each of their operations passing the interceptor. */
    public static PortFactory aroundAsync(PortFactory ports, AsyncCallInterceptor interceptor) {
        return new PortFactory() {
            @Override
            public <P> P port(Class<P> type) {
                return new Asynchronous(type, new LatePort(ports, type), interceptor).proxy(type);
            }
        };
    }

    private static final class Blocking extends PortHandler {
        private final LatePort target;
        private final CallInterceptor interceptor;

        Blocking(Class<?> port, LatePort target, CallInterceptor interceptor) {
            super(port);
            this.target = target;
            this.interceptor = interceptor;
        }

        @Override
        @Nullable
        Object perform(Operation operation, Method method, Object[] arguments) {
            return interceptor.intercept(new BlockingCall(operation, method, target, arguments));
        }
    }

    private static final class BlockingCall extends ReflectiveCall implements Call {
        BlockingCall(Operation operation, Method method, LatePort target, Object[] given) {
            super(operation, method, target, given);
        }

        @Override
        public @Nullable Object proceed() {
            return call();
        }
    }

    private static final class Asynchronous extends PortHandler {
        private final LatePort target;
        private final AsyncCallInterceptor interceptor;

        Asynchronous(Class<?> port, LatePort target, AsyncCallInterceptor interceptor) {
            super(port);
            this.target = target;
            this.interceptor = interceptor;
        }

        @Override
        Object perform(Operation operation, Method method, Object[] arguments) {
            try {
                return interceptor.intercept(new AsynchronousCall(operation, method, target, arguments));
            } catch (RuntimeException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }
    }

    private static final class AsynchronousCall extends ReflectiveCall implements AsyncCall {
        AsynchronousCall(Operation operation, Method method, LatePort target, Object[] given) {
            super(operation, method, target, given);
        }

        @Override
        public CompletableFuture<?> proceed() {
            try {
                return (CompletableFuture<?>) requireNonNull(call());
            } catch (RuntimeException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }
    }
}
