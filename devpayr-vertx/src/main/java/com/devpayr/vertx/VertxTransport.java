package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.spi.BlockingGuard;
import com.devpayr.spi.CallThreads;
import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** A transport over Vert.x Web Client. Each exchange runs on the context of its caller. */
final class VertxTransport implements HttpTransport {
    private final VertxResources resources;
    private final DevPayrConfig config;
    private final Runnable release;
    private final RequestMapper requests;
    private final ConnectFailures connectFailures;

    /**
     * Creates a transport.
     *
     * @param release run on close, after the exchanges in progress have failed
     */
    VertxTransport(VertxResources resources, DevPayrConfig config, Runnable release) {
        this.resources = resources;
        this.config = config;
        this.release = release;
        this.requests = new RequestMapper(resources.webClient(), config);
        this.connectFailures = new ConnectFailures(config.proxy());
    }

    ConnectFailures connectFailures() {
        return connectFailures;
    }

    @Override
    public String name() {
        return "vertx";
    }

    @Override
    public boolean appliesCallTimeout() {
        return true;
    }

    @Override
    public BlockingGuard blockingGuard() {
        return new EventLoopGuard();
    }

    @Override
    public CallThreads threads() {
        return new ContextThreads(resources);
    }

    @Override
    public CompletableFuture<RawResponse> send(RawRequest request) {
        Context context = resources.vertx().getOrCreateContext();
        Exchange exchange = new Exchange(this, resources, config, request, requests.map(request), context);
        resources.register(exchange);
        if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
            exchange.start();
        } else {
            startOn(context, exchange);
        }
        return exchange;
    }

    private static void startOn(Context context, Exchange exchange) {
        try {
            context.runOnContext(start -> exchange.start());
        } catch (RejectedExecutionException closed) {
            exchange.abort();
        }
    }

    @Override
    public void close() {
        resources.abort(this);
        release.run();
    }
}
