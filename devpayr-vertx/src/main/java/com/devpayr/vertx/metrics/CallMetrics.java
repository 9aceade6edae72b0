package com.devpayr.vertx.metrics;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.internal.call.CallOutcome;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.concurrent.UncaughtFailures;
import com.devpayr.operation.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that records each call with the timer {@code devpayr.client.requests}, tagged with {@code operation}, {@code
 * outcome} and {@code status} as in the Spring Boot starter. Arguments and results are not recorded.
 *
 * <pre>{@code
 * VertxDevPayr measured = devpayr.with(CallMetrics.create(BackendRegistries.getDefaultNow()));
 * }</pre>
 */
public final class CallMetrics implements AsyncCallInterceptor {
    private final MeterRegistry registry;
    /** Cached, since a lookup in the registry creates the tags each time. */
    private final Map<TimerKey, Timer> timers = new ConcurrentHashMap<>();

    private CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Creates an interceptor that records to a registry. */
    public static CallMetrics create(MeterRegistry registry) {
        return new CallMetrics(registry);
    }

    /** Completes the returned future after recording, so that a caller with a result finds it recorded. */
    @Override
    public CompletableFuture<?> intercept(AsyncCall call) {
        Timer.Sample sample = Timer.start(registry);
        CompletableFuture<?> result = call.proceed();
        CompletableFuture<@Nullable Object> measured = Futures.derivedFrom(result);
        result.whenComplete((value, failure) -> {
            Throwable reason = failure == null ? null : Futures.unwrap(failure);
            record(sample, new TimerKey(call.operation(), CallOutcome.of(reason)));
            if (reason == null) {
                measured.complete(value);
            } else {
                measured.completeExceptionally(reason);
            }
        });
        return measured;
    }

    /** Reports what the registry throws: the caller receives the result in any case. */
    private void record(Timer.Sample sample, TimerKey key) {
        try {
            sample.stop(timers.computeIfAbsent(key, this::timer));
        } catch (Throwable failure) {
            UncaughtFailures.report(failure);
        }
    }

    private Timer timer(TimerKey key) {
        return Timer.builder(CallOutcome.METER)
                .description("Duration of calls to DevPayr, including retries")
                .tag("operation", key.operation.id())
                .tag("outcome", key.outcome.outcome())
                .tag("status", key.outcome.status())
                .register(registry);
    }

    private record TimerKey(Operation operation, CallOutcome outcome) {}
}
