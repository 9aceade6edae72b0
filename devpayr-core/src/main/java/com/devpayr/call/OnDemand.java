package com.devpayr.call;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transport that is made when it is first asked for a port, which a facade does at the port's first call. */
final class OnDemand implements Transport {
    private final Supplier<? extends Transport> maker;
    private @Nullable Transport made;
    private boolean closed;

    OnDemand(Supplier<? extends Transport> maker) {
        this.maker = maker;
    }

    @Override
    public <P> P port(Class<P> type) {
        return transport().port(type);
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
}
