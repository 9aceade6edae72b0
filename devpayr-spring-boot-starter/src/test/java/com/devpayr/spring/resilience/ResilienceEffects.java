package com.devpayr.spring.resilience;

import com.devpayr.DevPayr;
import com.devpayr.error.ServerException;
import com.devpayr.operation.Operation;
import com.devpayr.resilience4j.Scheduler;
import com.devpayr.spring.DevPayrDecorator;
import com.devpayr.spring.PropertyEffect;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The effects of the properties of resilience. */
public final class ResilienceEffects {
    private static final String NAME = "devpayr";
    private static final String NO_DELAY = "devpayr.resilience.retry.initial-backoff=1ms";

    private ResilienceEffects() {}

    /** Registries that hold what the properties configure. The backoff has no jitter. */
    @Configuration(proxyBeanMethods = false)
    public static class Registries {
        @Bean
        RetryRegistry retries() {
            return RetryRegistry.ofDefaults();
        }

        @Bean
        CircuitBreakerRegistry circuitBreakers() {
            return CircuitBreakerRegistry.ofDefaults();
        }

        @Bean
        RateLimiterRegistry rateLimiters() {
            return RateLimiterRegistry.ofDefaults();
        }

        @Bean
        BulkheadRegistry bulkheads() {
            return BulkheadRegistry.ofDefaults();
        }

        @Bean
        ResilienceCustomizer registries(
                RetryRegistry retries,
                CircuitBreakerRegistry circuitBreakers,
                RateLimiterRegistry rateLimiters,
                BulkheadRegistry bulkheads) {
            return resilience -> resilience
                    .retryRegistry(retries)
                    .circuitBreakerRegistry(circuitBreakers)
                    .rateLimiterRegistry(rateLimiters)
                    .bulkheadRegistry(bulkheads)
                    .random(() -> 1)
                    .scheduler(new VirtualTime());
        }
    }

    /** Time that passes only in backoffs, so that a slow thread does not exceed a short deadline before the first attempt. */
    private static final class VirtualTime implements Scheduler {
        private final AtomicLong nanos = new AtomicLong();

        @Override
        public long nanoTime() {
            return nanos.get();
        }

        @Override
        public void sleep(Duration duration) {
            nanos.addAndGet(duration.toNanos());
        }

        @Override
        public Runnable schedule(Runnable task, Duration delay) {
            return Scheduler.system().schedule(task, delay);
        }
    }

    /** Returns an effect of each property. */
    public static List<PropertyEffect> all() {
        return List.of(
                PropertyEffect.of("devpayr.resilience.enabled", "false", 0, ResilienceEffects::decorators),
                PropertyEffect.of(
                        "devpayr.resilience.deadline",
                        "10ms",
                        1,
                        ResilienceEffects::attempts,
                        "devpayr.resilience.retry.initial-backoff=20ms"),
                PropertyEffect.of(
                        "devpayr.resilience.retry.enabled", "false", 1, ResilienceEffects::attempts, NO_DELAY),
                PropertyEffect.of(
                        "devpayr.resilience.retry.max-attempts", "4", 4, ResilienceEffects::attempts, NO_DELAY),
                PropertyEffect.of(
                        "devpayr.resilience.retry.initial-backoff",
                        "70ms",
                        70L,
                        application -> backoff(application, 1)),
                PropertyEffect.of(
                        "devpayr.resilience.retry.max-backoff", "7s", 7000L, application -> backoff(application, 20)),
                PropertyEffect.of("devpayr.resilience.circuit-breaker.enabled", "false", 0, application -> application
                        .getBean(CircuitBreakerRegistry.class)
                        .getAllCircuitBreakers()
                        .size()),
                circuitBreaker("failure-rate-threshold", "70", 70f, CircuitBreakerConfig::getFailureRateThreshold),
                circuitBreaker("sliding-window-size", "30", 30, CircuitBreakerConfig::getSlidingWindowSize),
                circuitBreaker("minimum-number-of-calls", "7", 7, CircuitBreakerConfig::getMinimumNumberOfCalls),
                circuitBreaker(
                        "permitted-number-of-calls-in-half-open-state",
                        "7",
                        7,
                        CircuitBreakerConfig::getPermittedNumberOfCallsInHalfOpenState),
                circuitBreaker(
                        "wait-duration-in-open-state",
                        "7s",
                        7000L,
                        config -> config.getWaitIntervalFunctionInOpenState().apply(1)),
                PropertyEffect.of("devpayr.resilience.rate-limiter.enabled", "true", 1, application -> application
                        .getBean(RateLimiterRegistry.class)
                        .getAllRateLimiters()
                        .size()),
                rateLimiter("limit-for-period", "7", 7, RateLimiterConfig::getLimitForPeriod),
                rateLimiter(
                        "limit-refresh-period", "7s", Duration.ofSeconds(7), RateLimiterConfig::getLimitRefreshPeriod),
                rateLimiter("timeout", "7s", Duration.ofSeconds(7), RateLimiterConfig::getTimeoutDuration),
                PropertyEffect.of("devpayr.resilience.bulkhead.enabled", "false", 0, application -> application
                        .getBean(BulkheadRegistry.class)
                        .getAllBulkheads()
                        .size()),
                PropertyEffect.of("devpayr.resilience.bulkhead.max-concurrent-calls", "7", 7, application -> application
                        .getBean(BulkheadRegistry.class)
                        .bulkhead(NAME)
                        .getBulkheadConfig()
                        .getMaxConcurrentCalls()));
    }

    private static PropertyEffect circuitBreaker(
            String property, String value, Object expected, Function<CircuitBreakerConfig, Object> setting) {
        return PropertyEffect.of(
                "devpayr.resilience.circuit-breaker." + property,
                value,
                expected,
                application -> setting.apply(application
                        .getBean(CircuitBreakerRegistry.class)
                        .circuitBreaker(NAME)
                        .getCircuitBreakerConfig()));
    }

    private static PropertyEffect rateLimiter(
            String property, String value, Object expected, Function<RateLimiterConfig, Object> setting) {
        return PropertyEffect.of(
                "devpayr.resilience.rate-limiter." + property,
                value,
                expected,
                application -> setting.apply(application
                        .getBean(RateLimiterRegistry.class)
                        .rateLimiter(NAME)
                        .getRateLimiterConfig()),
                "devpayr.resilience.rate-limiter.enabled=true");
    }

    private static int decorators(AssertableWebApplicationContext application) {
        return application.getBeanNamesForType(DevPayrDecorator.class).length;
    }

    /** Returns how often a read is sent that always fails. */
    private static int attempts(AssertableWebApplicationContext application) {
        InMemoryDevPayr fake = application.getBean(InMemoryDevPayr.class);
        fake.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(99));
        try {
            application.getBean(DevPayr.class).projects().get(1);
        } catch (ServerException expected) {
            return fake.requests().size();
        }
        throw new AssertionError("the call succeeded");
    }

    private static long backoff(AssertableWebApplicationContext application, int failedAttempts) {
        return application
                .getBean(RetryRegistry.class)
                .retry(NAME)
                .getRetryConfig()
                .getIntervalBiFunction()
                .apply(failedAttempts, Either.left(new IllegalStateException("failed")));
    }
}
