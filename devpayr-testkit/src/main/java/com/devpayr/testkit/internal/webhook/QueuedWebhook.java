package com.devpayr.testkit.internal.webhook;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event that is sent to a URL until it is accepted.
 *
 * @param id the id, the same in each attempt
 * @param event the name of the event
 * @param createdAt the time of the event
 * @param url the URL that it is sent to
 * @param secret the secret that it is signed with; null to send no signature
 * @param body the JSON
 * @param attempts the completed attempts, oldest first
 * @param nextAttemptAt the time of the next attempt; null if one is running or there is no other
 */
public record QueuedWebhook(
        String id,
        String event,
        Instant createdAt,
        String url,
        @Nullable String secret,
        String body,
        List<Attempt> attempts,
        @Nullable Instant nextAttemptAt) {

    /**
     * A completed attempt.
     *
     * @param at the time of its end
     * @param status the HTTP status; null if there was no response
     * @param failure the reason why there was no response; null if there was one
     */
    public record Attempt(
            Instant at, @Nullable Integer status, @Nullable String failure) {
        /** Returns whether the receiver accepted the event. */
        public boolean isAccepted() {
            return status != null && status / 100 == 2;
        }
    }

    /** Returns whether the receiver accepted the latest attempt. */
    public boolean isDelivered() {
        return !attempts.isEmpty() && attempts.get(attempts.size() - 1).isAccepted();
    }

    /** Returns the event without secret and body. */
    @Override
    public String toString() {
        return "QueuedWebhook[" + id + ", " + event + ", attempts=" + attempts + "]";
    }

    QueuedWebhook withNextAttempt(@Nullable Instant time) {
        return new QueuedWebhook(id, event, createdAt, url, secret, body, attempts, time);
    }

    QueuedWebhook withAttempt(Attempt attempt, @Nullable Instant next) {
        List<Attempt> all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
        return new QueuedWebhook(id, event, createdAt, url, secret, body, all, next);
    }

    boolean isDueAt(Instant now) {
        return nextAttemptAt != null && !nextAttemptAt.isAfter(now);
    }
}
