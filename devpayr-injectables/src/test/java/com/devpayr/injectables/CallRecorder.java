package com.devpayr.injectables;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wraps directories, records their calls, such as {@code sub move staged-* b.txt}, and makes some calls fail. */
final class CallRecorder {
    private final List<String> calls = new ArrayList<>();
    private final Predicate<String> fails;
    private int open;

    /** Creates a recorder that makes no call fail. */
    CallRecorder() {
        this(call -> false);
    }

    /** @param fails selects the calls that do nothing and throw */
    CallRecorder(Predicate<String> fails) {
        this.fails = fails;
    }

    FileProcessor rootedAt(Path root) {
        return new FileProcessor(root, path -> wrap(Directory.class, Directory.openRoot(path), "root"));
    }

    List<String> calls() {
        return calls;
    }

    /** Returns the number of directories, files and locks that were opened and not closed. */
    int open() {
        return open;
    }

    private <T> T wrap(Class<T> type, Object real, String name) {
        open++;
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Handler(real, name)));
    }

    private final class Handler implements InvocationHandler {
        private final Object real;
        private final String name;
        private boolean closed;

        Handler(Object real, String name) {
            this.real = real;
            this.name = name;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
            Object[] arguments = given == null ? new Object[0] : given;
            String call = Stream.concat(Stream.of(name, method.getName()), texts(arguments))
                    .collect(Collectors.joining(" "))
                    .replaceAll("-[0-9a-f]{16,64}", "-*");
            calls.add(call);
            if (fails.test(call)) {
                throw new IOException("injected");
            }
            if (method.getName().equals("close") && !closed) {
                closed = true;
                open--;
            }
            try {
                return wrapped(method.invoke(real, unwrapped(arguments)), arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }

        private @Nullable Object wrapped(@Nullable Object result, Object[] arguments) {
            if (result instanceof Directory directory) {
                String opened = (String) arguments[0];
                return wrap(Directory.class, directory, opened.equals(Directory.SELF) ? "root" : opened);
            }
            if (result instanceof Directory.NewFile draft) {
                return wrap(Directory.NewFile.class, draft, "file");
            }
            return result instanceof Closeable lock ? wrap(Closeable.class, lock, "lock") : result;
        }
    }

    private static Stream<String> texts(Object[] arguments) {
        return Arrays.stream(arguments).filter(String.class::isInstance).map(String.class::cast);
    }

    private static Object[] unwrapped(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Directory directory && Proxy.isProxyClass(directory.getClass())
                        ? ((Handler) Proxy.getInvocationHandler(directory)).real
                        : argument)
                .toArray();
    }
}
