package com.devpayr.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The defaults of a transport that implements only what it must. */
class HttpTransportTest {
    private final HttpTransport transport = new HttpTransport() {
        @Override
        public CompletableFuture<RawResponse> send(RawRequest request) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    };

    @Test
    void isNamedCustom() {
        assertThat(transport.name()).isEqualTo("custom");
    }

    @Test
    void leavesTheCallTimeoutToTheLibrary() {
        assertThat(transport.appliesCallTimeout()).isFalse();
    }

    @Test
    void letsEveryThreadWait() {
        assertThat(transport.blockingGuard()).isSameAs(BlockingGuard.NONE);
    }

    @Test
    void runsAllWorkOfACallOnTheCurrentThread() {
        List<String> threads = new ArrayList<>();
        CallThreads current = transport.threads();

        current.runBlocking(() -> threads.add("blocking on " + Thread.currentThread()));
        current.complete(() -> threads.add("completion on " + Thread.currentThread()));

        assertThat(threads)
                .containsExactly("blocking on " + Thread.currentThread(), "completion on " + Thread.currentThread());
    }
}
