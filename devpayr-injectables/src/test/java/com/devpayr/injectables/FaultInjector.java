package com.devpayr.injectables;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Wraps directories, counts their calls, and makes one call fail. */
final class FaultInjector {
    /** The way in which the chosen call fails. */
    enum Kind {
        /** The call does nothing and throws; later calls succeed. */
        FAILS,
        /** The call takes effect and throws. */
        FAILS_AFTERWARDS,
        /** The process dies before the call: nothing more happens. */
        DIES,
        /** The process dies after the call or, for a write, half-way through it. */
        DIES_AFTERWARDS;

        boolean dies() {
            return this == DIES || this == DIES_AFTERWARDS;
        }

        boolean afterwards() {
            return this == FAILS_AFTERWARDS || this == DIES_AFTERWARDS;
        }
    }

    /** The end of the simulated process. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Kind kind;
    private final int chosen;
    private int calls;

    FaultInjector(Kind kind, int chosen) {
        this.kind = kind;
        this.chosen = chosen;
    }

    static FaultInjector none() {
        return new FaultInjector(Kind.FAILS, 0);
    }

    int calls() {
        return calls;
    }

    FileProcessor rootedAt(Path root) {
        return new FileProcessor(root, path -> wrap(Directory.class, Directory.openRoot(path)));
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Handler(real)));
    }

    private Object wrapped(Object result) {
        if (result instanceof Directory directory) {
            return wrap(Directory.class, directory);
        }
        return result instanceof Directory.NewFile draft ? wrap(Directory.NewFile.class, draft) : result;
    }

    private final class Handler implements java.lang.reflect.InvocationHandler {
        private final Object real;

        Handler(Object real) {
            this.real = real;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class || method.getDeclaringClass() == Closeable.class) {
                return call(method, arguments);
            }
            calls++;
            boolean now = calls == chosen;
            if (chosen > 0 && kind.dies() && calls > chosen) {
                throw new Death();
            }
            if (now && !kind.afterwards()) {
                throw failure();
            }
            if (now && method.getName().equals("write")) {
                call(method, new Object[] {half((byte[]) arguments[0])});
                throw failure();
            }
            Object result = wrapped(call(method, arguments));
            if (now) {
                close(result);
                throw failure();
            }
            return result;
        }

        private Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(real, unwrapped(arguments));
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }

        private Object[] unwrapped(Object @Nullable [] arguments) {
            return arguments == null
                    ? new Object[0]
                    : Arrays.stream(arguments)
                            .map(argument -> argument instanceof Directory && Proxy.isProxyClass(argument.getClass())
                                    ? ((Handler) Proxy.getInvocationHandler(argument)).real
                                    : argument)
                            .toArray();
        }

        private Throwable failure() {
            return kind.dies() ? new Death() : new IOException("injected");
        }
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    private static void close(Object result) throws IOException {
        if (result instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
