package com.devpayr.jackson;

import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.spi.CallThreads;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One call over an HTTP transport. Cancelling it ends the request on the wire. */
final class HttpCall extends CompletableFuture<@Nullable Object> {
    private final HttpCallTransport transport;
    private final RequestSpec spec;
    private final CallThreads threads;
    private volatile @Nullable CompletableFuture<RawResponse> exchange;

    HttpCall(HttpCallTransport transport, RequestSpec spec, CallThreads threads) {
        this.transport = transport;
        this.spec = spec;
        this.threads = threads;
    }

    void start() {
        run(transport.isQuick(spec, threads), this::send);
    }

    private void run(boolean isQuick, Runnable work) {
        if (isQuick) {
            work.run();
            return;
        }
        try {
            threads.runBlocking(work);
        } catch (RuntimeException rejected) {
            fail(rejected);
        }
    }

    private void send() {
        if (isDone()) {
            return;
        }
        try {
            RawRequest request = transport.request(spec);
            CompletableFuture<RawResponse> sent = transport.send(request);
            exchange = sent;
            if (isCancelled()) {
                sent.cancel(true);
            }
            sent.whenComplete(this::receive);
        } catch (RuntimeException | Error failure) {
            fail(failure);
        }
    }

    private void receive(@Nullable RawResponse response, @Nullable Throwable failure) {
        if (response == null) {
            fail(failure == null ? new IllegalStateException("the transport returned no response") : failure);
        } else {
            run(transport.isQuick(spec.operation(), response, threads), () -> read(response));
        }
    }

    private void read(RawResponse response) {
        try {
            Object result = transport.read(spec.operation(), response);
            threads.complete(() -> complete(result));
        } catch (IOException | RuntimeException | Error failure) {
            fail(failure);
        }
    }

    private void fail(Throwable failure) {
        Throwable translated = TransportFailures.translate(spec.operation(), Futures.unwrap(failure));
        threads.complete(() -> completeExceptionally(translated));
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean isCancelled = super.cancel(mayInterrupt);
        CompletableFuture<RawResponse> sent = exchange;
        if (isCancelled && sent != null) {
            sent.cancel(mayInterrupt);
        }
        return isCancelled;
    }
}
