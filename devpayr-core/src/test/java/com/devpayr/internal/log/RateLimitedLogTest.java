package com.devpayr.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final List<String> lines = new ArrayList<>();
    private final RateLimitedLog log = new RateLimitedLog(lines::add, nanos::get);

    @Test
    void logsTheSameMessageOncePerMinute() {
        log.accept("revoked");
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        log.accept("revoked");
        assertThat(lines).containsExactly("revoked");

        log.accept("expired");
        log.accept("expired");
        assertThat(lines).containsExactly("revoked", "expired");

        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        log.accept("expired");
        assertThat(lines).containsExactly("revoked", "expired", "expired");
    }
}
