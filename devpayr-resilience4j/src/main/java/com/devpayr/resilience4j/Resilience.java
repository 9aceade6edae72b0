package com.devpayr.resilience4j;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.CallInterceptor;
import com.devpayr.error.ConfigurationException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decorates DevPayr clients with a retry, a circuit breaker, a rate limiter, a bulkhead and an overall deadline. Works
 * with every transport, blocking and asynchronous.
 *
 * <pre>{@code
 * DevPayr devpayr = Resilience.defaults().decorate(FeignDevPayr.create(config));
 *
 * Resilience resilience = Resilience.builder()
 *         .deadline(Duration.ofMinutes(2))
 *         .retry(retry -> retry.maxAttempts(5))
 *         .circuitBreakerRegistry(registry)
 *         .build();
 * AsyncDevPayr async = resilience.decorate(RetrofitDevPayr.createAsync(config));
 * }</pre>
 *
 * <p>All clients that one instance decorates share its circuit breaker, rate limiter and bulkhead: use one instance per
 * base URL. An instance owns no thread and needs no closing. Thread-safe.
 *
 * <p>An asynchronous call fails at the deadline at the latest. A blocking call starts no attempt and no wait that would
 * pass the deadline; a running attempt is bounded by the transport's {@code callTimeout}.
 */
public final class Resilience {
    private final ResilienceConfig config;

    Resilience(ResilienceConfig config) {
        this.config = config;
    }

    /** Creates an instance with all defaults, which {@link Builder} documents. */
    public static Resilience defaults() {
        return builder().build();
    }

    /** Returns a builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a decorated copy of a client. Both share one lifecycle: closing one closes both.
     *
     * @see #interceptor()
     */
    public DevPayr decorate(DevPayr devpayr) {
        return devpayr.with(interceptor());
    }

    /**
     * Returns a decorated copy of an asynchronous client. Both share one lifecycle: closing one closes both.
     *
     * <p>No wait blocks a thread. Cancelling a future cancels the wait or the request that it represents. Futures
     * complete on the thread that completed the last attempt, or on a thread of the JDK's common pool at the deadline.
     *
     * @throws ConfigurationException when the bulkhead has a {@code maxWaitDuration}, which would block threads
     */
    public AsyncDevPayr decorate(AsyncDevPayr devpayr) {
        return devpayr.with(asyncInterceptor());
    }

    /** Returns the interceptor for a blocking client. */
    public CallInterceptor interceptor() {
        return new ResilienceInterceptor(config);
    }

    /**
     * Returns the interceptor for an asynchronous client that is not an {@link AsyncDevPayr}: {@code
     * vertxDevPayr.with(resilience.asyncInterceptor())}.
     *
     * @throws ConfigurationException when the bulkhead has a {@code maxWaitDuration}, which would block threads
     */
    public AsyncCallInterceptor asyncInterceptor() {
        Bulkhead bulkhead = config.permits().bulkhead();
        if (bulkhead != null
                && !bulkhead.getBulkheadConfig().getMaxWaitDuration().isZero()) {
            throw new ConfigurationException(
                    "bulkhead",
                    "has a maxWaitDuration, which would block the threads of an asynchronous client: set it to zero");
        }
        return new AsyncResilienceInterceptor(config);
    }

    /**
     * A builder of {@link Resilience} instances. Not thread-safe.
     *
     * <p>An instance that the given registry already holds under the {@link #name} is used as it is. Otherwise it is
     * created in the registry from the defaults and the changes made here. Regardless of the {@code RetryConfig}, only
     * requests that are safe to repeat are repeated; regardless of the {@code CircuitBreakerConfig}, a 4xx is not
     * recorded as an error.
     */
    public static final class Builder {
        private static final Duration MAX_DURATION = Duration.ofDays(1);

        private String name = "devpayr";
        private Duration deadline = Duration.ofSeconds(30);
        private Duration initialBackoff = Duration.ofMillis(200);
        private Duration maxBackoff = Duration.ofSeconds(5);
        private boolean retryEnabled = true;
        private boolean circuitBreakerEnabled = true;
        private boolean bulkheadEnabled = true;
        private UnaryOperator<RetryConfig.Builder<Object>> retryCustomizer = UnaryOperator.identity();
        private UnaryOperator<CircuitBreakerConfig.Builder> circuitBreakerCustomizer = UnaryOperator.identity();
        private @Nullable UnaryOperator<RateLimiterConfig.Builder> rateLimiterCustomizer;
        private UnaryOperator<BulkheadConfig.Builder> bulkheadCustomizer = UnaryOperator.identity();
        private RetryRegistry retryRegistry = RetryRegistry.ofDefaults();
        private CircuitBreakerRegistry circuitBreakerRegistry = CircuitBreakerRegistry.ofDefaults();
        private RateLimiterRegistry rateLimiterRegistry = RateLimiterRegistry.ofDefaults();
        private BulkheadRegistry bulkheadRegistry = BulkheadRegistry.ofDefaults();
        private Scheduler scheduler = Scheduler.system();
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

        Builder() {}

        /** Sets the name of the instances in their registries, and so in metrics. Default: {@code devpayr}. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the maximum duration of a call, including all attempts and waits. Default: 30 seconds.
         *
         * @throws ConfigurationException when it is not positive or longer than a day
         */
        public Builder deadline(Duration deadline) {
            this.deadline = positive("deadline", deadline);
            return this;
        }

        /**
         * Sets the backoff between attempts: a random fraction of a limit that doubles from {@code initial} to {@code
         * max}. Default: 200 milliseconds to 5 seconds. A {@code Retry-After} of the response is added to it.
         *
         * @throws ConfigurationException when a duration is not positive or longer than a day
         */
        public Builder backoff(Duration initial, Duration max) {
            this.initialBackoff = positive("initialBackoff", initial);
            this.maxBackoff = positive("maxBackoff", max);
            return this;
        }

        private static Duration positive(String setting, Duration duration) {
            if (duration.isZero() || duration.isNegative() || duration.compareTo(MAX_DURATION) > 0) {
                throw new ConfigurationException(setting, "is " + duration + "; it must be positive and at most 1 day");
            }
            return duration;
        }

        /** Customizes the retry. Default: 3 attempts, including the first, with the {@link #backoff}. */
        public Builder retry(UnaryOperator<RetryConfig.Builder<Object>> customizer) {
            this.retryCustomizer = customizer;
            return this;
        }

        /** Disables the retry: every call makes one attempt. */
        public Builder disableRetry() {
            this.retryEnabled = false;
            return this;
        }

        /** Sets the registry of the retry. */
        public Builder retryRegistry(RetryRegistry registry) {
            this.retryRegistry = registry;
            return this;
        }

        /**
         * Customizes the circuit breaker. Default: it opens for 10 seconds when at least half of the last 20 attempts
         * failed, once 10 attempts are recorded, and permits 3 attempts in the half-open state.
         */
        public Builder circuitBreaker(UnaryOperator<CircuitBreakerConfig.Builder> customizer) {
            this.circuitBreakerCustomizer = customizer;
            return this;
        }

        /** Disables the circuit breaker. */
        public Builder disableCircuitBreaker() {
            this.circuitBreakerEnabled = false;
            return this;
        }

        /** Sets the registry of the circuit breaker. */
        public Builder circuitBreakerRegistry(CircuitBreakerRegistry registry) {
            this.circuitBreakerRegistry = registry;
            return this;
        }

        /**
         * Enables and customizes the rate limiter, starting from 50 requests per second and a maximum wait of 5
         * seconds. Default: no rate limiter, unless the {@link #rateLimiterRegistry} holds one under the {@link #name}.
         * DevPayr documents no limit, and its 429 responses are honored in any case.
         */
        public Builder rateLimiter(UnaryOperator<RateLimiterConfig.Builder> customizer) {
            this.rateLimiterCustomizer = customizer;
            return this;
        }

        /**
         * Sets the registry of the rate limiter. Has no effect unless it holds a rate limiter under the {@link #name}
         * or {@link #rateLimiter} is called.
         */
        public Builder rateLimiterRegistry(RateLimiterRegistry registry) {
            this.rateLimiterRegistry = registry;
            return this;
        }

        /**
         * Customizes the bulkhead. Default: 64 concurrent calls; further calls are rejected without a wait. With a {@code
         * maxWaitDuration}, which must be shorter than the {@link #deadline}, a call is repeated only if that wait ends
         * before the deadline.
         */
        public Builder bulkhead(UnaryOperator<BulkheadConfig.Builder> customizer) {
            this.bulkheadCustomizer = customizer;
            return this;
        }

        /** Disables the bulkhead: the number of concurrent calls is not limited. */
        public Builder disableBulkhead() {
            this.bulkheadEnabled = false;
            return this;
        }

        /** Sets the registry of the bulkhead. */
        public Builder bulkheadRegistry(BulkheadRegistry registry) {
            this.bulkheadRegistry = registry;
            return this;
        }

        /**
         * Sets the source of time, for tests that must not sleep. Default: {@link Scheduler#system()}. A rate limiter
         * keeps its own source of time.
         */
        public Builder scheduler(Scheduler scheduler) {
            this.scheduler = scheduler;
            return this;
        }

        /** Sets the source of the backoff's jitter, for tests: values from 0 (inclusive) to 1 (exclusive). */
        public Builder random(DoubleSupplier random) {
            this.random = random;
            return this;
        }

        /**
         * Creates the instance.
         *
         * @throws ConfigurationException when the {@code maxWaitDuration} of the bulkhead is not shorter than the {@link
         *     #deadline}
         */
        public Resilience build() {
            AttemptPermits permits = new AttemptPermits(
                    bulkheadEnabled ? bulkhead() : null,
                    circuitBreakerEnabled ? circuitBreaker() : null,
                    rateLimiter());
            requireShorterThanDeadline(permits.maxBulkheadWait());
            return new Resilience(new ResilienceConfig(permits, retry(), scheduler, deadline));
        }

        private void requireShorterThanDeadline(Duration bulkheadWait) {
            if (bulkheadWait.compareTo(deadline) >= 0) {
                throw new ConfigurationException(
                        "bulkhead",
                        "has a maxWaitDuration of " + bulkheadWait + "; it must be shorter than the deadline of "
                                + deadline);
            }
        }

        private Retry retry() {
            RetryConfig.Builder<Object> defaults = RetryConfig.custom();
            defaults.maxAttempts(3)
                    .intervalFunction(new FullJitterBackoff(initialBackoff, maxBackoff, random))
                    .retryOnException(FailureClassifier::isRetryable);
            RetryConfig.Builder<Object> singleAttempt = RetryConfig.custom();
            return retryEnabled
                    ? retryRegistry.retry(name, retryCustomizer.apply(defaults).build())
                    : Retry.of(name, singleAttempt.maxAttempts(1).build());
        }

        private CircuitBreaker circuitBreaker() {
            CircuitBreakerConfig defaults = CircuitBreakerConfig.custom()
                    .slidingWindow(20, 10, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(10))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .clock(new SchedulerClock(scheduler))
                    .currentTimestampFunction(clock -> scheduler.nanoTime(), TimeUnit.NANOSECONDS)
                    .build();
            // A builder accepts waitDurationInOpenState only once, so the customizer gets a new one.
            CircuitBreakerConfig.Builder customizable = CircuitBreakerConfig.from(defaults);
            return circuitBreakerRegistry.circuitBreaker(
                    name, circuitBreakerCustomizer.apply(customizable).build());
        }

        private @Nullable RateLimiter rateLimiter() {
            if (rateLimiterCustomizer == null) {
                return rateLimiterRegistry.find(name).orElse(null);
            }
            RateLimiterConfig.Builder defaults = RateLimiterConfig.custom()
                    .limitForPeriod(50)
                    .limitRefreshPeriod(Duration.ofSeconds(1))
                    .timeoutDuration(Duration.ofSeconds(5));
            return rateLimiterRegistry.rateLimiter(
                    name, rateLimiterCustomizer.apply(defaults).build());
        }

        private Bulkhead bulkhead() {
            BulkheadConfig.Builder defaults =
                    BulkheadConfig.custom().maxConcurrentCalls(64).maxWaitDuration(Duration.ZERO);
            return bulkheadRegistry.bulkhead(
                    name, bulkheadCustomizer.apply(defaults).build());
        }
    }
}
