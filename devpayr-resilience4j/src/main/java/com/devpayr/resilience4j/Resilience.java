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
 * Retry by meaning, circuit breaker, rate limiter, bulkhead and one overall deadline around any client, on any
 * transport, in both styles.
 *
 * <pre>{@code
 * DevPayr devpayr = Resilience.defaults().around(FeignDevPayr.create(config));
 *
 * Resilience patient = Resilience.builder()
 *         .deadline(Duration.ofMinutes(2))
 *         .retry(retry -> retry.maxAttempts(5))
 *         .circuitBreakers(registry)
 *         .build();
 * AsyncDevPayr async = patient.around(RetrofitDevPayr.createAsync(config));
 * }</pre>
 *
 * <p>All clients of one instance share its circuit, rate and bulkhead: use one for each DevPayr that is talked to. Holds
 * no thread and nothing to close.
 *
 * <p>The asynchronous style ends at the deadline, whatever it waits for. The blocking style begins no try and no wait
 * that would pass it; a try that runs ends by the transport's own {@code callTimeout}.
 */
public final class Resilience {
    private final Plan plan;

    Resilience(Plan plan) {
        this.plan = plan;
    }

    /** With every default; see {@link Builder} for what they are. */
    public static Resilience defaults() {
        return builder().build();
    }

    /** To be changed from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same client with all of this around every call. Both share one lifecycle: closing one closes both. */
    public DevPayr around(DevPayr devpayr) {
        return devpayr.with(blocking());
    }

    /**
     * As {@link #around(DevPayr)}; no wait holds a thread, and a cancelled future ends what it waits for. Futures
     * complete on the thread of the last try, or on one of the JDK's pool at the deadline.
     *
     * @throws ConfigurationException when the bulkhead lets its callers wait, which would hold their threads
     */
    public AsyncDevPayr around(AsyncDevPayr devpayr) {
        return devpayr.with(async());
    }

    /** What stands around the calls of a blocking client. */
    public CallInterceptor blocking() {
        return new BlockingResilience(plan);
    }

    /**
     * What stands around the calls of an asynchronous client, for one that is no {@link AsyncDevPayr}: {@code
     * vertxDevPayr.with(resilience.async())}.
     *
     * @throws ConfigurationException when the bulkhead lets its callers wait, which would hold their threads
     */
    public AsyncCallInterceptor async() {
        Bulkhead bulkhead = plan.gate().bulkhead();
        if (bulkhead != null
                && !bulkhead.getBulkheadConfig().getMaxWaitDuration().isZero()) {
            throw new ConfigurationException(
                    "bulkhead",
                    "has a maxWaitDuration, which would hold the threads of an asynchronous client: set it to zero");
        }
        return new AsyncResilience(plan);
    }

    /**
     * Gathers a {@link Resilience}. Not safe for use by several threads.
     *
     * <p>Each part is taken from its registry when the caller's registry holds one of the {@link #name}; else it is made
     * there from the defaults, as changed here. Whatever a caller's {@code RetryConfig} says, nothing is repeated that is not
     * safe to repeat; whatever a caller's {@code CircuitBreakerConfig} says, a 4xx does not open the circuit.
     */
    public static final class Builder {
        private static final Duration LONGEST_DEADLINE = Duration.ofDays(1);

        private String name = "devpayr";
        private Duration deadline = Duration.ofSeconds(30);
        private Duration firstBackOff = Duration.ofMillis(200);
        private Duration longestBackOff = Duration.ofSeconds(5);
        private boolean retries = true;
        private boolean breaksCircuit = true;
        private boolean hasBulkhead = true;
        private UnaryOperator<RetryConfig.Builder<Object>> retry = UnaryOperator.identity();
        private UnaryOperator<CircuitBreakerConfig.Builder> circuitBreaker = UnaryOperator.identity();
        private @Nullable UnaryOperator<RateLimiterConfig.Builder> rateLimiter;
        private UnaryOperator<BulkheadConfig.Builder> bulkhead = UnaryOperator.identity();
        private RetryRegistry retryRegistry = RetryRegistry.ofDefaults();
        private CircuitBreakerRegistry circuitBreakerRegistry = CircuitBreakerRegistry.ofDefaults();
        private RateLimiterRegistry rateLimiterRegistry = RateLimiterRegistry.ofDefaults();
        private BulkheadRegistry bulkheadRegistry = BulkheadRegistry.ofDefaults();
        private Timer timer = Timer.system();
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

        Builder() {}

        /** What its parts are called in their registries, and so in metrics; {@code devpayr} by default. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * How long a call may take with all its tries and waits; 30 seconds by default.
         *
         * @throws ConfigurationException when it is not positive, or longer than a day
         */
        public Builder deadline(Duration deadline) {
            this.deadline = positive("deadline", deadline);
            return this;
        }

        /**
         * How long to wait between tries: a random part of a limit that doubles from {@code first} to {@code longest}; 200
         * milliseconds to 5 seconds by default. A {@code Retry-After} comes on top.
         *
         * @throws ConfigurationException when one is not positive, or longer than a day
         */
        public Builder backOff(Duration first, Duration longest) {
            this.firstBackOff = positive("backOff", first);
            this.longestBackOff = positive("backOff", longest);
            return this;
        }

        private static Duration positive(String setting, Duration duration) {
            if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST_DEADLINE) > 0) {
                throw new ConfigurationException(setting, "is " + duration + "; it must be positive and at most a day");
            }
            return duration;
        }

        /** Changes the retry from its defaults: 3 attempts, the first included, with the {@link #backOff}. */
        public Builder retry(UnaryOperator<RetryConfig.Builder<Object>> change) {
            this.retry = change;
            return this;
        }

        /** Sends everything once. */
        public Builder withoutRetry() {
            this.retries = false;
            return this;
        }

        /** Takes the retry from a caller's registry. */
        public Builder retries(RetryRegistry registry) {
            this.retryRegistry = registry;
            return this;
        }

        /**
         * Changes the circuit breaker from its defaults: it opens for 10 seconds when half of the last 20 tries failed, 10 at
         * least, and then lets 3 through to see.
         */
        public Builder circuitBreaker(UnaryOperator<CircuitBreakerConfig.Builder> change) {
            this.circuitBreaker = change;
            return this;
        }

        /** Asks DevPayr however often it failed. */
        public Builder withoutCircuitBreaker() {
            this.breaksCircuit = false;
            return this;
        }

        /** Takes the circuit breaker from a caller's registry. */
        public Builder circuitBreakers(CircuitBreakerRegistry registry) {
            this.circuitBreakerRegistry = registry;
            return this;
        }

        /**
         * Limits the rate, starting from 50 requests a second, for which a call waits up to 5 seconds. Without this call,
         * and without one of the name in a caller's registry, there is no limit: DevPayr documents none, and its 429 is heeded.
         */
        public Builder rateLimiter(UnaryOperator<RateLimiterConfig.Builder> change) {
            this.rateLimiter = change;
            return this;
        }

        /** Takes the rate limiter from a caller's registry, when there is one of the name or {@link #rateLimiter} was called. */
        public Builder rateLimiters(RateLimiterRegistry registry) {
            this.rateLimiterRegistry = registry;
            return this;
        }

        /** Changes the bulkhead from its defaults: 64 calls at once, and the next one is refused at once. */
        public Builder bulkhead(UnaryOperator<BulkheadConfig.Builder> change) {
            this.bulkhead = change;
            return this;
        }

        /** Lets any number of calls run at once. */
        public Builder withoutBulkhead() {
            this.hasBulkhead = false;
            return this;
        }

        /** Takes the bulkhead from a caller's registry. */
        public Builder bulkheads(BulkheadRegistry registry) {
            this.bulkheadRegistry = registry;
            return this;
        }

        /** Where time comes from: of use to tests, which need not sleep then. A caller's rate limiter keeps its own. */
        public Builder timer(Timer timer) {
            this.timer = timer;
            return this;
        }

        /** Where jitter comes from: numbers from 0 (inclusive) to 1 (exclusive). Of use to tests. */
        public Builder random(DoubleSupplier random) {
            this.random = random;
            return this;
        }

        /** The decorator. */
        public Resilience build() {
            Gate gate =
                    new Gate(hasBulkhead ? bulkhead() : null, breaksCircuit ? circuitBreaker() : null, rateLimiter());
            return new Resilience(new Plan(gate, retry(), timer, deadline));
        }

        private Retry retry() {
            RetryConfig.Builder<Object> defaults = RetryConfig.custom();
            defaults.maxAttempts(3)
                    .intervalFunction(new FullJitter(firstBackOff, longestBackOff, random))
                    .retryOnException(Meaning::isRepeatable);
            RetryConfig.Builder<Object> once = RetryConfig.custom();
            return retries
                    ? retryRegistry.retry(name, retry.apply(defaults).build())
                    : Retry.of(name, once.maxAttempts(1).build());
        }

        private CircuitBreaker circuitBreaker() {
            CircuitBreakerConfig defaults = CircuitBreakerConfig.custom()
                    .slidingWindow(20, 10, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(10))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .clock(new TimerClock(timer))
                    .currentTimestampFunction(clock -> timer.nanoTime(), TimeUnit.NANOSECONDS)
                    .build();
            // A builder takes the wait in the open state once only: the caller gets a new one.
            CircuitBreakerConfig.Builder changeable = CircuitBreakerConfig.from(defaults);
            return circuitBreakerRegistry.circuitBreaker(
                    name, circuitBreaker.apply(changeable).build());
        }

        private @Nullable RateLimiter rateLimiter() {
            if (rateLimiter == null) {
                return rateLimiterRegistry.find(name).orElse(null);
            }
            RateLimiterConfig.Builder defaults = RateLimiterConfig.custom()
                    .limitForPeriod(50)
                    .limitRefreshPeriod(Duration.ofSeconds(1))
                    .timeoutDuration(Duration.ofSeconds(5));
            return rateLimiterRegistry.rateLimiter(
                    name, rateLimiter.apply(defaults).build());
        }

        private Bulkhead bulkhead() {
            BulkheadConfig.Builder defaults =
                    BulkheadConfig.custom().maxConcurrentCalls(64).maxWaitDuration(Duration.ZERO);
            return bulkheadRegistry.bulkhead(name, bulkhead.apply(defaults).build());
        }
    }
}
