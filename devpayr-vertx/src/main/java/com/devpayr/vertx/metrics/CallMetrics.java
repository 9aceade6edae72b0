package com.devpayr.vertx.metrics;

import com.devpayr.call.AsyncCall;
import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.CallOutcome;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.operation.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Times each call: {@code devpayr.client.requests}, tagged with {@code operation}, {@code outcome} and {@code status}, as in
 * Spring. Neither arguments nor answers are among what it tells.
 *
 * <pre>{@code
 * VertxDevPayr measured = devpayr.with(CallMetrics.to(BackendRegistries.getDefaultNow()));
 * }</pre>
 */
public final class CallMetrics implements AsyncCallInterceptor {
    private final MeterRegistry registry;
    /** Finding a timer in the registry makes its tags anew each time. */
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Times calls in a registry. */
    public static CallMetrics to(MeterRegistry registry) {
        return new CallMetrics(registry);
    }

    /** Completes after the measurement, so that whoever has the answer finds it measured. */
    @Override
    public CompletableFuture<?> intercept(AsyncCall call) {
        Timer.Sample sample = Timer.start(registry);
        CompletableFuture<?> answer = call.proceed();
        CompletableFuture<@Nullable Object> measured = Futures.derivedFrom(answer);
        answer.whenComplete((value, failure) -> {
            Throwable reason = failure == null ? null : Futures.unwrap(failure);
            sample.stop(timers.computeIfAbsent(new Kind(call.operation(), CallOutcome.of(reason)), this::timer));
            if (reason == null) {
                measured.complete(value);
            } else {
                measured.completeExceptionally(reason);
            }
        });
        return measured;
    }

    private Timer timer(Kind kind) {
        return Timer.builder(CallOutcome.METER)
                .description("Calls to DevPayr, each with all its tries")
                .tag("operation", kind.operation.id())
                .tag("outcome", kind.outcome.outcome())
                .tag("status", kind.outcome.status())
                .register(registry);
    }

    private record Kind(Operation operation, CallOutcome outcome) {}
}
