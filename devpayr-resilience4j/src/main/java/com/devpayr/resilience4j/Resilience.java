package com.devpayr.resilience4j;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.CallInterceptor;
import com.devpayr.error.ConfigurationException;
import io.github.resilience4j.bulkhead.Bulkhead;

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
 * AsyncDevPayr async = patient.around(RetrofitDevPayr.async(config));
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

    /** With every default; see {@link ResilienceBuilder} for what they are. */
    public static Resilience defaults() {
        return builder().build();
    }

    /** To be changed from the defaults. */
    public static ResilienceBuilder builder() {
        return new ResilienceBuilder();
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
}
