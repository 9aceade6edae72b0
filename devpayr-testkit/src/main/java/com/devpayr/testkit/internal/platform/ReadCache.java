package com.devpayr.testkit.internal.platform;

import com.devpayr.operation.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The platform's caches, which can make a read after a write stale.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
final class ReadCache {
    private static final Duration READ_LIFETIME = Duration.ofMinutes(15);
    private static final Duration UPDATE_LIFETIME = Duration.ofMinutes(60);

    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();

    ReadCache(Clock clock) {
        this.clock = clock;
    }

    /** Returns the cached response only if the request would be accepted without the cache. */
    PlatformResponse respond(RoutedRequest request, Supplier<PlatformResponse> fresh) {
        Duration lifetime = lifetime(request.operation());
        if (lifetime == null) {
            return fresh.get();
        }
        boolean isWrite = request.operation() == Operation.PROJECT_UPDATE;
        String key =
                request.operation() + request.raw().path() + request.credential() + (isWrite ? request.input() : "");
        Entry cached = entries.get(key);
        boolean isFresh = cached != null && clock.instant().isBefore(cached.end());
        if (isWrite && cached != null && isFresh) {
            return cached.response();
        }
        PlatformResponse response = fresh.get();
        if (cached != null && isFresh) {
            return cached.response();
        }
        entries.put(key, new Entry(response, clock.instant().plus(lifetime)));
        return response;
    }

    private static @Nullable Duration lifetime(Operation operation) {
        return switch (operation) {
            case PROJECT_GET, DOMAIN_GET, LICENSE_GET -> READ_LIFETIME;
            case PROJECT_UPDATE -> UPDATE_LIFETIME;
            default -> null;
        };
    }

    private record Entry(PlatformResponse response, Instant end) {}
}
