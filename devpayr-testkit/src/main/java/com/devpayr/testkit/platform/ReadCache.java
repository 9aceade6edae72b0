package com.devpayr.testkit.platform;

import com.devpayr.operation.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The caches that make a read after a write stale.
 *
 * <p>Source: wire contract, section 1, what the server caches.
 */
final class ReadCache {
    private static final Duration SINGLE_READ = Duration.ofMinutes(15);
    private static final Duration REPEATED_PATCH = Duration.ofMinutes(60);

    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();

    ReadCache(Clock clock) {
        this.clock = clock;
    }

    /** A cached answer is given only to who is given a fresh one too. */
    PlatformResponse answer(RoutedRequest visit, Supplier<PlatformResponse> fresh) {
        Duration life = life(visit.operation());
        if (life == null) {
            return fresh.get();
        }
        boolean isWrite = visit.operation() == Operation.PROJECT_UPDATE;
        String key = visit.operation() + visit.request().path() + visit.credential() + (isWrite ? visit.input() : "");
        Entry cached = entries.get(key);
        boolean isFresh = cached != null && clock.instant().isBefore(cached.end());
        if (isWrite && cached != null && isFresh) {
            return cached.response();
        }
        PlatformResponse response = fresh.get();
        if (cached != null && isFresh) {
            return cached.response();
        }
        entries.put(key, new Entry(response, clock.instant().plus(life)));
        return response;
    }

    private static @Nullable Duration life(Operation operation) {
        return switch (operation) {
            case PROJECT_GET, DOMAIN_GET, LICENSE_GET -> SINGLE_READ;
            case PROJECT_UPDATE -> REPEATED_PATCH;
            default -> null;
        };
    }

    private record Entry(PlatformResponse response, Instant end) {}
}
