package com.devpayr.webhook;

import static com.devpayr.webhook.WebhookReplayStore.Claim.ACQUIRED;
import static com.devpayr.webhook.WebhookReplayStore.Claim.COMPLETED;
import static com.devpayr.webhook.WebhookReplayStore.Claim.IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.webhook.WebhookReplayStore.Claim;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryReplayStoreTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // nanoTime may overflow
    private final WebhookReplayStore store = new MemoryReplayStore(3, nanos::get);

    private Claim claim(String id) {
        return store.claim(id, MINUTE);
    }

    private void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Test
    void anEventIsClaimedOnce() {
        assertThat(claim("a")).isEqualTo(ACQUIRED);
        assertThat(claim("a")).isEqualTo(IN_PROGRESS);
        assertThat(claim("b")).isEqualTo(ACQUIRED);

        store.complete("a", MINUTE);

        assertThat(claim("a")).isEqualTo(COMPLETED);
        assertThat(claim("b")).isEqualTo(IN_PROGRESS);
    }

    @Test
    void ofConcurrentClaimsOneAcquiresTheEvent() {
        assertThat(IntStream.range(0, 1000).parallel().mapToObj(each -> claim("a")))
                .containsOnlyOnce(ACQUIRED);
    }

    @Test
    void aReleasedEventCanBeClaimedAgain() {
        claim("a");
        store.release("a");

        assertThat(claim("a")).isEqualTo(ACQUIRED);
    }

    @Test
    void aClaimEndsAfterItsTimeout() {
        claim("a");
        advance(MINUTE.minusNanos(1));
        assertThat(claim("a")).isEqualTo(IN_PROGRESS);

        advance(Duration.ofNanos(1));

        assertThat(claim("a")).isEqualTo(ACQUIRED);
    }

    @Test
    void aCompletedEventIsKeptForItsRetention() {
        claim("a");
        store.complete("a", Duration.ofDays(1));
        advance(Duration.ofDays(1).minusNanos(1));
        assertThat(claim("a")).isEqualTo(COMPLETED);

        advance(Duration.ofNanos(1));

        assertThat(claim("a")).isEqualTo(ACQUIRED);
    }

    @Test
    void aCompletedEventWithoutRetentionIsForgotten() {
        claim("a");

        store.complete("a", Duration.ZERO);

        assertThat(claim("a")).isEqualTo(ACQUIRED);
    }

    @Test
    void forgetsTheOldestEventsIfThereAreTooMany() {
        for (String id : new String[] {"a", "b", "c", "d"}) {
            claim(id);
            store.complete(id, MINUTE);
        }

        assertThat(claim("d")).isEqualTo(COMPLETED);
        assertThat(claim("b")).isEqualTo(COMPLETED);
        assertThat(claim("a")).isEqualTo(ACQUIRED);
    }

    @Test
    void theDefaultStoreIsInMemory() {
        WebhookReplayStore memory = WebhookReplayStore.memory();

        assertThat(memory.claim("a", MINUTE)).isEqualTo(ACQUIRED);
        assertThat(memory.claim("a", MINUTE)).isEqualTo(IN_PROGRESS);
    }
}
