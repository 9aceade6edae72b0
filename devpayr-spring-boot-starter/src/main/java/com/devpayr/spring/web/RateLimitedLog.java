package com.devpayr.spring.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes a line again only after a minute: every request of a refused copy has the same to say. */
final class RateLimitedLog implements Consumer<String> {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final Consumer<String> log;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Written> last = new AtomicReference<>();

    RateLimitedLog(Consumer<String> log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    @Override
    public void accept(String line) {
        Written before = last.get();
        long now = nanos.getAsLong();
        boolean told = before != null && before.line.equals(line) && now - before.at < PAUSE;
        if (!told && last.compareAndSet(before, new Written(line, now))) {
            log.accept(line);
        }
    }

    private record Written(String line, long at) {}
}
