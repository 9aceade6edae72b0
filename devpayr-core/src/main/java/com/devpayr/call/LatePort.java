package com.devpayr.call;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A port that its factory makes when it is first called: making it takes time, and may load an HTTP library. */
final class LatePort {
    private final PortFactory factory;
    private final Class<?> type;
    private volatile @Nullable Object port;

    LatePort(PortFactory factory, Class<?> type) {
        this.factory = factory;
        this.type = type;
    }

    Object get() {
        Object known = port;
        return known == null ? make() : known;
    }

    private synchronized Object make() {
        Object known = port;
        if (known == null) {
            known = requireNonNull(factory.port(type), "port");
            port = known;
        }
        return known;
    }
}
