package com.devpayr.vertx.web;

import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * A Vert.x Web handler that responds to requests while the application is not permitted to run.
 *
 * <pre>{@code
 * LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/health").build();
 * router.route().handler(LicenseHandler.create(enforcer, guard)).handler(BodyHandler.create());
 * }</pre>
 *
 * <p>Uses the guard's cached verdict, without I/O and without blocking. If the license has not been checked yet, and the lease
 * does not permit the application to run, requests are paused until the first check completes, for up to the enforcer's {@link
 * LicenseEnforcer#maxWait()}; then the cached verdict decides. In mode {@link EnforcementMode#LOG} requests are not paused. A guard
 * that is not started is checked whenever a check is due; requests are paused for that check too if the application may not run.
 */
public final class LicenseHandler implements SecurityPolicyHandler {
    private static final int BAD_REQUEST = 400;

    private final LicenseEnforcer enforcer;
    private final LicenseGuard guard;
    private final BiConsumer<RoutingContext, Verdict> denialHandler;

    private LicenseHandler(
            LicenseEnforcer enforcer, LicenseGuard guard, BiConsumer<RoutingContext, Verdict> denialHandler) {
        this.enforcer = enforcer;
        this.guard = guard;
        this.denialHandler = denialHandler;
    }

    /** Creates a handler that responds with the enforcer's page, redirect or {@code application/problem+json}. */
    public static LicenseHandler create(LicenseEnforcer enforcer, LicenseGuard guard) {
        return new LicenseHandler(enforcer, guard, (context, verdict) -> {
            EnforcementRequest request = request(context, context.request().path());
            write(enforcer.denialResponse(guard, verdict, request), context.response());
        });
    }

    /**
     * Returns a copy of this handler that calls another handler for requests that are not permitted.
     *
     * <pre>{@code
     * handler.withDenialHandler((context, verdict) -> context.reroute("/buy"));
     * }</pre>
     *
     * @param handler responds to the request, on its Vert.x context; a path that it reroutes to must be excluded from
     *     enforcement
     */
    public LicenseHandler withDenialHandler(BiConsumer<RoutingContext, Verdict> handler) {
        return new LicenseHandler(enforcer, guard, handler);
    }

    @Override
    public void handle(RoutingContext context) {
        EnforcementRequest request;
        try {
            request = request(context);
        } catch (IllegalArgumentException invalidEncoding) {
            context.fail(BAD_REQUEST, invalidEncoding);
            return;
        }
        CompletableFuture<Optional<Verdict>> denial = enforcer.denial(guard, request);
        if (denial.isDone()) {
            handle(context, denial.join());
        } else {
            handleAfterCheck(context, denial);
        }
    }

    /** Returns the request with the raw or the normalized path, since other handlers may match either. */
    private EnforcementRequest request(RoutingContext context) {
        EnforcementRequest normalized = request(context, context.normalizedPath());
        return enforcer.appliesTo(normalized)
                ? normalized
                : request(context, context.request().path());
    }

    private static EnforcementRequest request(RoutingContext context, String path) {
        HttpServerRequest request = context.request();
        return EnforcementRequest.of(request.method().name(), "", path, request::getHeader);
    }

    /** Pauses the request meanwhile, so that its body is not lost to the handlers that follow. */
    private void handleAfterCheck(RoutingContext context, CompletableFuture<Optional<Verdict>> denial) {
        HttpServerRequest incoming = context.request().pause();
        Future.fromCompletionStage(denial, context.vertx().getOrCreateContext())
                .map(known -> {
                    incoming.resume();
                    handle(context, known);
                    return known;
                })
                .onFailure(context::fail); // with what the application's code throws, as a router does
    }

    private void handle(RoutingContext context, Optional<Verdict> denial) {
        denial.ifPresentOrElse(verdict -> denialHandler.accept(context, verdict), context::next);
    }

    private static void write(EnforcementResponse source, HttpServerResponse response) {
        response.setStatusCode(source.status());
        source.headers().forEach(response::putHeader);
        response.end(source.body());
    }
}
