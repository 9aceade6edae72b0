package com.devpayr.spring.inmemory;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.spring.DevPayrClients;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.testkit.InMemoryDevPayr;
import java.util.concurrent.Executor;

/** Transport that calls DevPayr in the same process. */
final class InMemoryTransport implements DevPayrTransport {
    static final String NAME = "in-memory";

    private final InMemoryDevPayr fake;
    private final Executor executor;

    InMemoryTransport(InMemoryDevPayr fake, Executor executor) {
        this.fake = fake;
        this.executor = executor;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DevPayrClients connect(DevPayrConfig config) {
        DevPayr blocking = fake.connect(config);
        return new DevPayrClients(blocking, blocking.async(executor));
    }
}
