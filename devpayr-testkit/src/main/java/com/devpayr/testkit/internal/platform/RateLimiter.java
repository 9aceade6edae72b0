package com.devpayr.testkit.internal.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A fixed-window rate limiter per credential. */
final class RateLimiter {
    private final int requests;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant end = Instant.MIN;

    RateLimiter(int requests, Duration window, Clock clock) {
        this.requests = requests;
        this.window = window;
        this.clock = clock;
    }

    int requests() {
        return requests;
    }

    Duration window() {
        return window;
    }

    /** @throws ErrorResponseException 429 with {@code Retry-After} if the limit is exceeded */
    void acquire(RoutedRequest request) {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            counts.clear();
            end = now.plus(window);
        }
        if (counts.merge(request.credential(), 1, Integer::sum) > requests) {
            long seconds =
                    Math.max(1, Duration.between(now, end).plusMillis(999).toSeconds());
            throw ErrorResponseException.tooMany(seconds);
        }
    }
}
