package com.devpayr.testkit.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** So many requests a credential in each window of time. */
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

    /** @throws ErrorResponseException 429, with the wait, when there have been too many */
    void admit(RoutedRequest visit) {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            counts.clear();
            end = now.plus(window);
        }
        if (counts.merge(visit.credential(), 1, Integer::sum) > requests) {
            long seconds =
                    Math.max(1, Duration.between(now, end).plusMillis(999).toSeconds());
            throw ErrorResponseException.tooMany(seconds);
        }
    }
}
