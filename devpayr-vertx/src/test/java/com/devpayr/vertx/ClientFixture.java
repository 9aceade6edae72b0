package com.devpayr.vertx;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Creates servers and clients that are closed after each test. */
final class ClientFixture implements AfterEachCallback {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CountDownLatch testEnd = new CountDownLatch(1);

    RawServer server(RawServer.Behavior behavior) throws IOException {
        return closeAfterTest(new RawServer(behavior));
    }

    DevPayrConfig.Builder config(RawServer server) {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(server.baseUrl());
    }

    VertxDevPayr client(DevPayrConfig.Builder config) {
        return closeAfterTest(VertxDevPayr.create(config.build()));
    }

    DevPayr blocking(DevPayrConfig.Builder config) {
        return client(config).blocking();
    }

    <C extends AutoCloseable> C closeAfterTest(C resource) {
        opened.push(resource);
        return resource;
    }

    /** Returns a latch that is counted down when the test has ended. */
    CountDownLatch testEnd() {
        return testEnd;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        testEnd.countDown();
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
