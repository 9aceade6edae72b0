package com.devpayr.vertx.web;

import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.guard.Verdict.Unknown.Cause;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the application's place while its copy is not licensed.
 *
 * <pre>{@code
 * LicenseHandler gate = LicenseHandler.of(LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/health").build(), guard);
 * router.route().handler(gate).handler(BodyHandler.create());
 * }</pre>
 *
 * <p>Decides by what the guard knows: no I/O, no waiting. Only while DevPayr has not been asked at all, a request waits
 * for the first answer; the event loop does not.
 */
public final class LicenseHandler implements SecurityPolicyHandler {
    private final LicenseEnforcer gate;
    private final LicenseGuard guard;
    private final BiConsumer<RoutingContext, Verdict> refusal;

    private LicenseHandler(LicenseEnforcer gate, LicenseGuard guard, BiConsumer<RoutingContext, Verdict> refusal) {
        this.gate = gate;
        this.guard = guard;
        this.refusal = refusal;
    }

    /** Answers with the gate's page, redirect or {@code application/problem+json}. */
    public static LicenseHandler of(LicenseEnforcer gate, LicenseGuard guard) {
        return new LicenseHandler(gate, guard, (context, verdict) -> {
            EnforcementResponse answer = gate.refusal(verdict, guard.messageFor(verdict), accept(context));
            write(answer, context.response());
        });
    }

    /**
     * The same gate with the caller's own answer, on the request's context.
     *
     * <pre>{@code
     * gate.orElse((context, verdict) -> context.reroute("/buy"));
     * }</pre>
     *
     * @param handler who answers a request that is not let through; the page it reroutes to must be one that the gate
     *     lets through
     */
    public LicenseHandler orElse(BiConsumer<RoutingContext, Verdict> handler) {
        return new LicenseHandler(gate, guard, handler);
    }

    @Override
    public void handle(RoutingContext context) {
        String path = path(context);
        if (!gate.guards(path)) {
            context.next();
            return;
        }
        Verdict known = guard.current();
        if (known instanceof Verdict.Unknown unknown && unknown.cause() == Cause.NOT_CHECKED) {
            askFirst(context, path);
        } else {
            decide(context, path, known);
        }
    }

    /** As routes match it, or as it came: what stands behind may go by either, and neither may lead around the gate. */
    private String path(RoutingContext context) {
        String normalized = context.normalizedPath();
        return gate.guards(normalized) ? normalized : context.request().path();
    }

    /** The body is kept for who comes after: nobody would take it while nobody is there. */
    private void askFirst(RoutingContext context, String path) {
        HttpServerRequest request = context.request().pause();
        Future.fromCompletionStage(guard.refresh(), context.vertx().getOrCreateContext())
                .onFailure(context::fail)
                .onSuccess(verdict -> {
                    request.resume();
                    decide(context, path, verdict);
                });
    }

    private void decide(RoutingContext context, String path, Verdict verdict) {
        if (gate.answer(guard, verdict, path, accept(context)) == null) {
            context.next();
        } else {
            refusal.accept(context, verdict);
        }
    }

    private static @Nullable String accept(RoutingContext context) {
        return context.request().getHeader(HttpHeaders.ACCEPT);
    }

    private static void write(EnforcementResponse answer, HttpServerResponse response) {
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.end(answer.body());
    }
}
