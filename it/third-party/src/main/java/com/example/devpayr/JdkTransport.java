package com.example.devpayr;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import java.net.ConnectException;
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
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A complete transport on the JDK's {@link HttpClient}. */
record JdkTransport(DevPayrConfig config, HttpClient client, Set<CompletableFuture<?>> inProgress)
        implements HttpTransport {
    JdkTransport(DevPayrConfig config, HttpClient client) {
        this(config, client, ConcurrentHashMap.newKeySet());
    }

    @Override
    public CompletableFuture<RawResponse> send(RawRequest request) {
        HttpRequest.Builder jdk = HttpRequest.newBuilder(request.uri()).timeout(config.readTimeout());
        request.headers().forEach(jdk::header);
        jdk.method(request.method(), BodyPublishers.ofByteArray(request.bodyBytes()));
        var sent = client.sendAsync(jdk.build(), BodyHandlers.ofInputStream());
        CompletableFuture<RawResponse> received = sent.handle((response, failure) -> {
            if (failure != null) {
                throw new CompletionException(
                        translate(failure instanceof CompletionException ? failure.getCause() : failure));
            }
            return RawResponse.of(response.statusCode(), response.headers().map(), response.body());
        });
        inProgress.add(received);
        received.whenComplete((response, failure) -> {
            inProgress.remove(received);
            sent.cancel(true);
        });
        return received;
    }

    /** Maps timeouts to the exceptions that {@link HttpTransport} requires. */
    private static @Nullable Throwable translate(@Nullable Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return new ConnectException("connect timeout");
        }
        return failure instanceof HttpTimeoutException ? new TimeoutException("no response") : failure;
    }

    /** Ends the calls in progress. The JDK's client itself cannot be closed before Java 21. */
    @Override
    public void close() {
        inProgress.forEach(call -> call.completeExceptionally(new ClosedChannelException()));
    }
}
