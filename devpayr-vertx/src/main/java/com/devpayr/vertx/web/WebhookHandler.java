package com.devpayr.vertx.web;

import com.devpayr.error.WebhookRejectedException;
import com.devpayr.jackson.WebhookDelivery;
import com.devpayr.jackson.Webhooks;
import com.devpayr.webhook.WebhookEvent;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/**
 * A Vert.x Web handler for DevPayr's webhooks: verifies deliveries and passes their events to a callback or to the event bus.
 * Never blocks an event loop; verification and the replay store run on worker threads.
 *
 * <pre>{@code
 * router.post("/hooks/devpayr").handler(WebhookHandler.create(webhooks, event -> save(event)));
 * }</pre>
 *
 * <p>Responds with 204 after an event was processed. If the callback fails, the request fails with status 500, and DevPayr
 * sends the event again. Reads the body itself, up to the maximum size; with a {@code BodyHandler} before it, that handler's
 * limit applies too. Must not follow a handler that is asynchronous and does not pause the request.
 */
public final class WebhookHandler implements Handler<RoutingContext> {
    private final Webhooks webhooks;
    private final Function<WebhookEvent, Future<?>> callback;

    private WebhookHandler(Webhooks webhooks, Function<WebhookEvent, Future<?>> callback) {
        this.webhooks = webhooks;
        this.callback = callback;
    }

    /**
     * Creates a handler that passes events to a callback.
     *
     * @param callback processes an event on the request's Vert.x context, and returns a future that completes when it is
     *     processed; should take less than 10 seconds
     */
    public static WebhookHandler create(Webhooks webhooks, Function<WebhookEvent, Future<?>> callback) {
        return new WebhookHandler(webhooks, callback);
    }

    /**
     * Creates a handler that publishes events on the event bus, as a {@link JsonObject} with the headers {@code type} and
     * {@code id}. An event counts as processed once it is published. It may contain a license key, which the event bus of a
     * cluster sends to other nodes.
     */
    public static WebhookHandler create(Webhooks webhooks, EventBus eventBus, String address) {
        return new WebhookHandler(webhooks, event -> {
            DeliveryOptions options = new DeliveryOptions()
                    .addHeader("type", event.type().value())
                    .addHeader("id", event.id());
            eventBus.publish(address, new JsonObject(event.body()), options);
            return Future.succeededFuture();
        });
    }

    @Override
    public void handle(RoutingContext context) {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().addAll(context.request().headers());
        Vertx vertx = context.vertx();
        WebhookBody.read(context, webhooks.maxBodyBytes())
                .compose(body -> vertx.executeBlocking(() -> webhooks.receive(headers::get, body.getBytes()), false))
                .compose(delivery -> process(vertx, delivery))
                .onSuccess(processed -> context.response().setStatusCode(204).end())
                .onFailure(failure -> fail(context, failure));
    }

    private Future<Void> process(Vertx vertx, WebhookDelivery delivery) {
        return Future.succeededFuture(delivery.event())
                .compose(event -> callback.apply(event).<Void>mapEmpty())
                .compose(processed -> run(vertx, delivery::complete), failure -> run(vertx, delivery::release)
                        .transform(released -> Future.failedFuture(failure)));
    }

    private static Future<Void> run(Vertx vertx, Runnable task) {
        return vertx.executeBlocking(
                () -> {
                    task.run();
                    return null;
                },
                false);
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (failure instanceof WebhookRejectedException rejected) {
            context.response()
                    .setStatusCode(rejected.status())
                    .putHeader("Content-Type", "text/plain;charset=UTF-8")
                    .end(String.valueOf(rejected.getMessage()));
        } else {
            context.fail(failure);
        }
    }
}
