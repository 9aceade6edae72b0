package com.devpayr.internal.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A logger that writes the same message at most once per minute, since every denied request logs it. */
public final class RateLimitedLog implements Consumer<String> {
    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

    private final Consumer<String> delegate;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Entry> last = new AtomicReference<>();

    /**
     * Creates a logger.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     */
    public RateLimitedLog(Consumer<String> delegate, LongSupplier nanoTime) {
        this.delegate = delegate;
        this.nanoTime = nanoTime;
    }

    @Override
    public void accept(String message) {
        Entry previous = last.get();
        long now = nanoTime.getAsLong();
        boolean repeated = previous != null && previous.message.equals(message) && now - previous.time < INTERVAL;
        if (!repeated && last.compareAndSet(previous, new Entry(message, now))) {
            delegate.accept(message);
        }
    }

    private record Entry(String message, long time) {}
}
