package com.devpayr.jackson.internal;

import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallThreads;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One call over an HTTP transport. Cancelling the call or its timeout ends the HTTP request. */
final class HttpCall extends CompletableFuture<@Nullable Object> {
    private final HttpCallTransport transport;
    private final RequestSpec spec;
    private final CallContext context;
    private final CallThreads threads;
    private volatile @Nullable CompletableFuture<RawResponse> exchange;
    private volatile @Nullable RawResponse response;

    HttpCall(HttpCallTransport transport, RequestSpec spec, CallContext context, CallThreads threads) {
        this.transport = transport;
        this.spec = spec;
        this.context = context;
        this.threads = threads;
    }

    void start() {
        try {
            run(transport.isQuick(spec, threads), this::send);
        } catch (Throwable rejected) {
            fail(rejected);
        }
    }

    private void run(boolean isQuick, Runnable work) {
        if (isQuick) {
            work.run();
        } else {
            threads.runBlocking(work);
        }
    }

    private void send() {
        if (isDone()) {
            return;
        }
        try {
            RawRequest request = transport.request(spec, context);
            CompletableFuture<RawResponse> sent = transport.send(request);
            if (sent == null) {
                throw missing("future");
            }
            exchange = sent;
            if (isDone()) {
                abort();
            }
            sent.whenComplete(this::receive);
        } catch (Throwable failure) {
            fail(failure);
        }
    }

    private void receive(@Nullable RawResponse received, @Nullable Throwable failure) {
        if (received == null) {
            fail(failure == null ? missing("response") : failure);
            return;
        }
        response = received;
        try {
            RawResponse arrived = HttpCallTransport.logged(context, received);
            run(transport.isQuick(spec.operation(), arrived, threads), () -> read(arrived));
        } catch (Throwable rejected) {
            fail(rejected);
        }
    }

    private void read(RawResponse received) {
        if (isDone()) {
            closeResponse();
            return;
        }
        try {
            Object result = transport.read(spec.operation(), context, received);
            takeResponse(); // the reader has closed it
            finish(() -> complete(result));
        } catch (Throwable failure) {
            takeResponse();
            fail(failure);
        }
    }

    private void fail(Throwable failure) {
        finish(() -> completeExceptionally(failure));
    }

    /** Completes the future; on the current thread if the caller's context, such as a closed event loop, rejects the task. */
    private void finish(Runnable completion) {
        try {
            threads.complete(completion);
        } catch (Throwable rejected) {
            completion.run();
        }
    }

    private IllegalStateException missing(String part) {
        return new IllegalStateException(
                "the transport returned no " + part + " for " + spec.operation().id());
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean isFirst = super.completeExceptionally(translate(Futures.unwrap(failure)));
        if (isFirst) {
            abort();
        }
        return isFirst;
    }

    private Throwable translate(Throwable failure) {
        Throwable cause = failure.getCause();
        return TransportFailures.translate(
                spec.operation(),
                failure instanceof UncheckedIOException && cause != null ? cause : failure,
                context.options(),
                transport.config());
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean isCancelled = super.cancel(mayInterrupt);
        if (isCancelled) {
            abort();
        }
        return isCancelled;
    }

    /** Aborts the HTTP request and closes the response. */
    private void abort() {
        CompletableFuture<RawResponse> sent = exchange;
        if (sent != null) {
            sent.cancel(true);
        }
        closeResponse();
    }

    private void closeResponse() {
        RawResponse open = takeResponse();
        if (open != null) {
            open.close();
        }
    }

    /** Removes and returns the open response; null if there is none. */
    private synchronized @Nullable RawResponse takeResponse() {
        RawResponse open = response;
        response = null;
        return open;
    }
}
