package com.devpayr.call;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transport that is made at the first call of one of its ports. */
final class OnDemand implements Transport {
    private final Supplier<? extends Transport> maker;
    private @Nullable Transport made;
    private boolean closed;

    OnDemand(Supplier<? extends Transport> maker) {
        this.maker = maker;
    }

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new LatePort(type)));
    }

    private synchronized Transport transport() {
        if (closed) {
            throw Lifecycle.isClosed(); // a call that began before the close
        }
        Transport present = made == null ? requireNonNull(maker.get(), "transport") : made;
        made = present;
        return present;
    }

    @Override
    public void close() {
        Transport present;
        synchronized (this) {
            closed = true;
            present = made;
        }
        if (present != null) {
            present.close();
        }
    }

    private final class LatePort implements InvocationHandler {
        private final Class<?> type;
        private volatile @Nullable Object port;

        LatePort(Class<?> type) {
            this.type = type;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Object known = port;
            try {
                return method.invoke(known == null ? make() : known, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        private synchronized Object make() {
            Object known = port;
            if (known == null) {
                known = requireNonNull(transport().port(type), "port");
                port = known;
            }
            return known;
        }
    }
}
