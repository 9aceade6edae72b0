package com.devpayr.webhook;

import java.time.Duration;

/**
 * A store of the IDs of processed webhook events, so that each event is processed once although it may be delivered
 * repeatedly. Implementations must be thread-safe.
 *
 * <p>Instances of an application that receive events behind a load balancer should share a store, for example a table or a
 * cache with an atomic "set if absent". Methods may block and may throw any {@link RuntimeException}; the delivery then fails,
 * and DevPayr sends it again.
 */
public interface WebhookReplayStore {
    /** The state of an event before a claim. */
    enum Claim {
        /** The event was neither processed nor in progress. It is now in progress. */
        ACQUIRED,
        /** The event is being processed. */
        IN_PROGRESS,
        /** The event has been processed. */
        COMPLETED
    }

    /**
     * Claims an event atomically: of concurrent calls with the same ID, one acquires it.
     *
     * @param timeout time after which the claim ends if the event is neither completed nor released, as after a crash
     */
    Claim claim(String id, Duration timeout);

    /**
     * Records a claimed event as processed.
     *
     * @param retention minimum time to keep the record
     */
    void complete(String id, Duration retention);

    /** Ends the claim of an event that could not be processed, so that it is processed when it is delivered again. */
    void release(String id);

    /** Returns a store in memory for the latest 10,000 events. Not shared with other processes; empty after a restart. */
    static WebhookReplayStore memory() {
        return new MemoryReplayStore(10_000, System::nanoTime);
    }
}
