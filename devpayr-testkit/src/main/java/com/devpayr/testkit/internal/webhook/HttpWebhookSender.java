package com.devpayr.testkit.internal.webhook;

import com.devpayr.testkit.model.SignedWebhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Sends webhooks over HTTP, to this machine and to allowed hosts only: the URLs in test data can be those of production
 * systems.
 */
public final class HttpWebhookSender implements WebhookSender {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final Set<String> allowedHosts = ConcurrentHashMap.newKeySet();

    /** Allows a host besides this machine. */
    public void allow(String host) {
        allowedHosts.add(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public CompletableFuture<Integer> send(String url, SignedWebhook webhook) {
        URI uri = URI.create(url);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (!LOOPBACK.matcher(host).matches() && !allowedHosts.contains(host)) {
            return CompletableFuture.failedFuture(new IOException("webhooks to the host " + host + " are not allowed"));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        webhook.headers().forEach(request::header);
        CompletableFuture<HttpResponse<Void>> exchange = Client.SHARED.sendAsync(
                request.POST(BodyPublishers.ofByteArray(webhook.body())).build(), BodyHandlers.discarding());
        CompletableFuture<Integer> status =
                exchange.thenApply(HttpResponse::statusCode).orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        status.whenComplete((response, failure) -> exchange.cancel(true));
        return status;
    }

    /** Created by the first webhook, since most tests send none. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
    }
}
