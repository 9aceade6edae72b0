package com.devpayr.resilience4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.internal.resilience.ResilienceProvider;
import com.devpayr.internal.resilience.ResilienceSettings;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the effect of every setting below {@code devpayr.resilience}, as the Vert.x verticle passes them, from one table. */
class SettingEffectsTest {
    private static final Path PAGE = Path.of("../docs/vertx.md");
    private static final Map<String, Object> RATE_LIMITER = Map.of("rate-limiter.enabled", true);

    /**
     * The effect of a setting.
     *
     * @param value a value that differs from the default
     * @param byDefault the observation without the setting
     * @param expected the observation with the value
     */
    record Effect(
            String name,
            Object value,
            Object byDefault,
            Object expected,
            Function<ResilienceConfig, Object> observation,
            Map<String, Object> others) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Effect effect(
            String name,
            Object value,
            Object byDefault,
            Object expected,
            Function<ResilienceConfig, Object> observation) {
        return new Effect(name, value, byDefault, expected, observation, Map.of());
    }

    static List<Effect> effects() {
        return List.of(
                effect(
                        "deadline",
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(7),
                        ResilienceConfig::deadline),
                effect("retry.enabled", false, 3, 1, SettingEffectsTest::maxAttempts),
                effect("retry.max-attempts", 5, 3, 5, SettingEffectsTest::maxAttempts),
                effect(
                        "retry.initial-backoff",
                        Duration.ofMillis(400),
                        200L,
                        400L,
                        config -> (longestBackoff(config, 1) + 19) / 20 * 20),
                effect(
                        "retry.max-backoff",
                        Duration.ofSeconds(2),
                        5L,
                        2L,
                        config -> (longestBackoff(config, 20) + 999) / 1000),
                effect(
                        "circuit-breaker.enabled",
                        false,
                        true,
                        false,
                        config -> config.permits().circuitBreaker() != null),
                circuitBreaker("failure-rate-threshold", 70f, 50f, 70f, CircuitBreakerConfig::getFailureRateThreshold),
                circuitBreaker("sliding-window-size", 30, 20, 30, CircuitBreakerConfig::getSlidingWindowSize),
                circuitBreaker("minimum-number-of-calls", 7, 10, 7, CircuitBreakerConfig::getMinimumNumberOfCalls),
                circuitBreaker(
                        "permitted-number-of-calls-in-half-open-state",
                        7,
                        3,
                        7,
                        CircuitBreakerConfig::getPermittedNumberOfCallsInHalfOpenState),
                circuitBreaker(
                        "wait-duration-in-open-state",
                        Duration.ofSeconds(7),
                        10_000L,
                        7_000L,
                        config -> config.getWaitIntervalFunctionInOpenState().apply(1)),
                effect(
                        "rate-limiter.enabled",
                        true,
                        false,
                        true,
                        config -> config.permits().rateLimiter() != null),
                rateLimiter("limit-for-period", 7, 50, 7, RateLimiterConfig::getLimitForPeriod),
                rateLimiter(
                        "limit-refresh-period",
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(7),
                        RateLimiterConfig::getLimitRefreshPeriod),
                rateLimiter(
                        "timeout",
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(7),
                        RateLimiterConfig::getTimeoutDuration),
                effect(
                        "bulkhead.enabled",
                        false,
                        true,
                        false,
                        config -> config.permits().bulkhead() != null),
                effect("bulkhead.max-concurrent-calls", 7, 64, 7, SettingEffectsTest::maxConcurrentCalls));
    }

    private static Effect circuitBreaker(
            String name,
            Object value,
            Object byDefault,
            Object expected,
            Function<CircuitBreakerConfig, Object> setting) {
        return effect("circuit-breaker." + name, value, byDefault, expected, config -> {
            CircuitBreaker circuitBreaker = requireNonNull(config.permits().circuitBreaker());
            return setting.apply(circuitBreaker.getCircuitBreakerConfig());
        });
    }

    private static Effect rateLimiter(
            String name, Object value, Object byDefault, Object expected, Function<RateLimiterConfig, Object> setting) {
        Function<ResilienceConfig, Object> observation = config -> {
            RateLimiter rateLimiter = requireNonNull(config.permits().rateLimiter());
            return setting.apply(rateLimiter.getRateLimiterConfig());
        };
        return new Effect("rate-limiter." + name, value, byDefault, expected, observation, RATE_LIMITER);
    }

    private static Object maxAttempts(ResilienceConfig config) {
        return config.retry().getRetryConfig().getMaxAttempts();
    }

    private static Object maxConcurrentCalls(ResilienceConfig config) {
        Bulkhead bulkhead = requireNonNull(config.permits().bulkhead());
        return bulkhead.getBulkheadConfig().getMaxConcurrentCalls();
    }

    /** Returns the longest of many random waits after a number of failed attempts, in milliseconds. */
    private static long longestBackoff(ResilienceConfig config, int failedAttempts) {
        return LongStream.generate(() -> config.retry()
                        .getRetryConfig()
                        .getIntervalBiFunction()
                        .apply(failedAttempts, Either.left(new IllegalStateException("failed"))))
                .limit(1000)
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void settingHasItsEffect(Effect effect) {
        assertThat(effect.observation().apply(config(new MapSettings(effect.others()))))
                .as("without the setting")
                .isEqualTo(effect.byDefault());

        Map<String, Object> values = new HashMap<>(effect.others());
        values.put(effect.name(), effect.value());
        assertThat(effect.observation().apply(config(new MapSettings(values)))).isEqualTo(effect.expected());
    }

    @Test
    void everyKeyOfTheVerticleHasAnEffect() throws IOException {
        MapSettings settings = new MapSettings(RATE_LIMITER);
        assertThat(config(settings).deadline()).isPositive();

        assertThat(documentedKeys()).containsExactlyInAnyOrderElementsOf(settings.read);
        assertThat(effects()).extracting(Effect::name).containsExactlyInAnyOrderElementsOf(settings.read);
    }

    /** The keys below {@code resilience}, without the one that the verticle itself reads. */
    private static List<String> documentedKeys() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `resilience."))
                .flatMap(row -> Pattern.compile("`resilience[.]([a-z.-]+)`")
                        .matcher(row.split("\\|", 3)[1])
                        .results()
                        .map(key -> key.group(1)))
                .filter(key -> !key.equals("enabled"))
                .toList();
    }

    private static ResilienceConfig config(MapSettings settings) {
        AsyncCallInterceptor created = ServiceLoader.load(ResilienceProvider.class)
                .findFirst()
                .orElseThrow()
                .create(settings);
        return ((AsyncResilienceInterceptor) created).config();
    }

    /** Settings that record which of them are read. */
    private static final class MapSettings implements ResilienceSettings {
        private final Map<String, Object> values;
        private final Set<String> read = new TreeSet<>();

        MapSettings(Map<String, Object> values) {
            this.values = values;
        }

        private Object get(String name, Object defaultValue) {
            read.add(name);
            return values.getOrDefault(name, defaultValue);
        }

        @Override
        public boolean getBoolean(String name, boolean defaultValue) {
            return (boolean) get(name, defaultValue);
        }

        @Override
        public int getCount(String name, int defaultValue) {
            return (int) get(name, defaultValue);
        }

        @Override
        public float getPercentage(String name, float defaultValue) {
            return (float) get(name, defaultValue);
        }

        @Override
        public Duration getDuration(String name, Duration defaultValue) {
            return (Duration) get(name, defaultValue);
        }

        @Override
        public Duration getTimeout(String name, Duration defaultValue) {
            return getDuration(name, defaultValue);
        }
    }
}
