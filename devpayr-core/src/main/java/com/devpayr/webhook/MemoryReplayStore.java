package com.devpayr.webhook;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A replay store in memory. Only signed events are recorded, so a third party cannot displace the records. */
final class MemoryReplayStore implements WebhookReplayStore {
    private final int capacity;
    private final LongSupplier nanoTime;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    MemoryReplayStore(int capacity, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.nanoTime = nanoTime;
    }

    private record Entry(long expiry, Claim state) {}

    @Override
    public synchronized Claim claim(String id, Duration timeout) {
        Entry entry = entries.get(id);
        if (entry != null && !isExpired(entry)) {
            return entry.state;
        }
        put(id, timeout, Claim.IN_PROGRESS);
        return Claim.ACQUIRED;
    }

    @Override
    public synchronized void complete(String id, Duration retention) {
        put(id, retention, Claim.COMPLETED);
    }

    @Override
    public synchronized void release(String id) {
        entries.remove(id);
    }

    /** Puts an entry at the end, and removes entries from the start: all that expired, and one if there are too many. */
    private void put(String id, Duration lifetime, Claim state) {
        entries.remove(id);
        entries.put(id, new Entry(nanoTime.getAsLong() + lifetime.toNanos(), state));
        Iterator<Entry> oldest = entries.values().iterator();
        Entry next = oldest.next();
        while (entries.size() > 1 && (entries.size() > capacity || isExpired(next))) {
            oldest.remove();
            next = oldest.next();
        }
    }

    private boolean isExpired(@Nullable Entry entry) {
        return entry == null || entry.expiry - nanoTime.getAsLong() <= 0;
    }
}
