package com.devpayr.vertx.verticle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests the values that the verticle passes to devpayr-resilience4j, which tests their effects. */
class ResilienceKeysTest {
    private final JsonObject json = new JsonObject();
    private final ResilienceKeys keys = new ResilienceKeys(new Settings(json));

    private void set(String name, Object value) {
        json.put("devpayr.resilience." + name, value);
    }

    @Test
    void aKeyReplacesTheDefault() {
        set("retry.enabled", false);
        set("retry.max-attempts", 7);
        set("circuit-breaker.failure-rate-threshold", 12.5);
        set("deadline", "7s");
        set("rate-limiter.timeout", "8s");

        assertThat(keys.getBoolean("retry.enabled", true)).isFalse();
        assertThat(keys.getCount("retry.max-attempts", 3)).isEqualTo(7);
        assertThat(keys.getPercentage("circuit-breaker.failure-rate-threshold", 50))
                .isEqualTo(12.5f);
        assertThat(keys.getDuration("deadline", Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(7));
        assertThat(keys.getTimeout("rate-limiter.timeout", Duration.ofSeconds(5)))
                .isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void theDefaultAppliesWithoutAKey() {
        assertThat(keys.getBoolean("retry.enabled", true)).isTrue();
        assertThat(keys.getCount("retry.max-attempts", 3)).isEqualTo(3);
        assertThat(keys.getPercentage("circuit-breaker.failure-rate-threshold", 50))
                .isEqualTo(50);
        assertThat(keys.getDuration("deadline", Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(keys.getTimeout("rate-limiter.timeout", Duration.ofSeconds(5)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void onlyATimeoutMayBeZero() {
        set("rate-limiter.timeout", "0s");
        set("deadline", "0s");

        assertThat(keys.getTimeout("rate-limiter.timeout", Duration.ofSeconds(5)))
                .isZero();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> keys.getDuration("deadline", Duration.ofSeconds(30)));
    }
}
