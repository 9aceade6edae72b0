package com.devpayr.vertx;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    /** Repeats a call while it fails to connect, since a short timeout can expire on a busy machine before the request is sent. */
    static void repeatUntilSent(ThrowingCallable call) throws Throwable {
        while (true) {
            try {
                call.call();
                return;
            } catch (TransportException failure) {
                if (failure.kind() != Kind.CONNECT || Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
            }
        }
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
