package com.example.devpayr;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A complete transport on the JDK's {@link HttpClient}. */
record JdkTransport(DevPayrConfig config, HttpClient client, Set<CompletableFuture<?>> inProgress, AtomicBoolean closed)
        implements HttpTransport {
    JdkTransport(DevPayrConfig config, HttpClient client) {
        this(config, client, ConcurrentHashMap.newKeySet(), new AtomicBoolean());
    }

    @Override
    public CompletableFuture<RawResponse> send(RawRequest request) {
        HttpRequest.Builder jdk = HttpRequest.newBuilder(request.uri()).timeout(config.readTimeout());
        request.headers().forEach(jdk::header);
        jdk.method(request.method(), BodyPublishers.ofByteArray(request.bodyBytes()));
        CompletableFuture<RawResponse> result = new CompletableFuture<>();
        inProgress.add(result); // before the request is sent, so that close() finds the call
        result.whenComplete((response, failure) -> inProgress.remove(result));
        if (closed.get()) {
            result.completeExceptionally(new ConnectException("the transport is closed"));
        } else {
            send(jdk.build(), result);
        }
        return result;
    }

    private void send(HttpRequest request, CompletableFuture<RawResponse> result) {
        var sent = client.sendAsync(request, BodyHandlers.ofInputStream());
        sent.whenComplete((response, failure) -> {
            if (failure != null) {
                result.completeExceptionally(translate(failure));
                return;
            }
            RawResponse raw = RawResponse.of(
                    response.statusCode(), response.headers().map(), response.body());
            if (!result.complete(raw)) {
                raw.close(); // the call was cancelled or the transport closed meanwhile
            }
        });
        result.whenComplete((response, failure) -> sent.cancel(true));
    }

    /** Maps timeouts to the exceptions that {@link HttpTransport} requires. */
    private static Throwable translate(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpConnectTimeoutException) {
            return new ConnectException("connect timeout");
        }
        return cause instanceof HttpTimeoutException ? new SocketTimeoutException("no response") : cause;
    }

    /** Ends the calls in progress. The JDK's client itself cannot be closed before Java 21. */
    @Override
    public void close() {
        closed.set(true);
        inProgress.forEach(call -> call.completeExceptionally(new ClosedChannelException()));
    }
}
