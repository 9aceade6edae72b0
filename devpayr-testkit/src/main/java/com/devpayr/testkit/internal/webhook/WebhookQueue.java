package com.devpayr.testkit.internal.webhook;

import static java.util.Objects.requireNonNull;

import com.devpayr.testkit.internal.webhook.QueuedWebhook.Attempt;
import com.devpayr.testkit.model.SignedWebhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The latest webhooks and their attempts. An attempt that is not accepted is repeated after 1, 5 and 30 minutes, 2 and 12
 * hours of the platform's clock. Safe for use by multiple threads; holds no lock while it sends.
 *
 * <p>Source: {@code docs/wire-contract.md}, Webhooks; the times are our decision.
 */
public final class WebhookQueue {
    private static final List<Duration> BACKOFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));
    private static final int MAX_DELIVERIES = 500;
    private static final int MAX_TOTAL_CHARACTERS = 16 * 1024 * 1024;

    private final Clock clock;
    private final Map<String, QueuedWebhook> deliveries = new LinkedHashMap<>();
    private final ArrayDeque<QueuedWebhook> unsent = new ArrayDeque<>();
    private volatile WebhookSender sender;
    private long totalCharacters;
    private long revision;

    /** Creates an empty queue. */
    public WebhookQueue(Clock clock, WebhookSender sender) {
        this.clock = clock;
        this.sender = sender;
    }

    /** Replaces the sender. */
    public void sendWith(WebhookSender other) {
        this.sender = other;
    }

    /** Adds a delivery, which {@link #flush()} sends. Drops the oldest ones if there are too many. */
    public synchronized void add(QueuedWebhook delivery) {
        deliveries.put(delivery.id(), delivery);
        unsent.add(delivery);
        totalCharacters += delivery.body().length();
        revision++;
        Iterator<QueuedWebhook> oldest = deliveries.values().iterator();
        while (deliveries.size() > MAX_DELIVERIES
                || (totalCharacters > MAX_TOTAL_CHARACTERS && deliveries.size() > 1)) {
            totalCharacters -= oldest.next().body().length();
            oldest.remove();
        }
    }

    /** Sends what was added. */
    public void flush() {
        for (QueuedWebhook next = takeUnsent(); next != null; next = takeUnsent()) {
            send(next);
        }
    }

    private synchronized @Nullable QueuedWebhook takeUnsent() {
        return unsent.poll();
    }

    /** Repeats the attempts that are due. */
    public void sendDue() {
        synchronized (this) {
            Instant now = clock.instant();
            deliveries.replaceAll((id, delivery) -> {
                if (!delivery.isDueAt(now)) {
                    return delivery;
                }
                unsent.add(delivery);
                return delivery.withNextAttempt(null);
            });
        }
        flush();
    }

    /**
     * Sends a delivery once more.
     *
     * @return false if there is no delivery with the id
     */
    public boolean resend(String id) {
        synchronized (this) {
            QueuedWebhook delivery = deliveries.get(id);
            if (delivery == null) {
                return false;
            }
            unsent.add(delivery);
        }
        flush();
        return true;
    }

    /** Signs with the system's time, since the receiver compares it with its own clock. */
    private void send(QueuedWebhook delivery) {
        SignedWebhook webhook = SignedWebhook.sign(
                delivery.id(),
                delivery.event(),
                delivery.body(),
                delivery.secret(),
                Clock.systemUTC().instant());
        try {
            sender.send(delivery.url(), webhook)
                    .whenComplete((status, failure) -> record(delivery.id(), status, failure));
        } catch (RuntimeException | Error failure) {
            record(delivery.id(), null, failure);
            throw failure;
        }
    }

    private synchronized void record(String id, @Nullable Integer status, @Nullable Throwable failure) {
        QueuedWebhook delivery = deliveries.get(id);
        if (delivery == null) {
            return; // dropped
        }
        Instant now = clock.instant();
        Attempt attempt = new Attempt(now, status, failure == null ? null : describe(failure));
        int failed = delivery.attempts().size();
        boolean isRepeated = !attempt.isAccepted() && failed < BACKOFF.size();
        deliveries.put(id, delivery.withAttempt(attempt, isRepeated ? now.plus(BACKOFF.get(failed)) : null));
        revision++;
    }

    private static String describe(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? requireNonNull(failure.getCause())
                : failure;
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** Returns the deliveries, latest first. */
    public synchronized List<QueuedWebhook> latestFirst() {
        List<QueuedWebhook> list = new ArrayList<>(deliveries.values());
        Collections.reverse(list);
        return list;
    }

    /** Forgets all deliveries. */
    public synchronized void clear() {
        deliveries.clear();
        unsent.clear();
        totalCharacters = 0;
        revision++;
    }

    /** Returns a number that grows with every delivery and attempt. */
    public synchronized long revision() {
        return revision;
    }

    /** Returns a sender that passes webhooks to a consumer, on the thread of the change. */
    public static WebhookSender to(Consumer<SignedWebhook> consumer) {
        return (url, webhook) -> {
            consumer.accept(webhook);
            return CompletableFuture.completedFuture(200);
        };
    }
}
