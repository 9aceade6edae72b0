package com.devpayr.vertx.metrics;

import com.devpayr.call.AsyncCall;
import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.CallOutcome;
import com.devpayr.call.Futures;
import com.devpayr.operation.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CompletableFuture;
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
        CompletableFuture<@Nullable Object> measured = new CompletableFuture<>();
        answer.whenComplete((value, failure) -> {
            Throwable reason = failure == null ? null : Futures.unwrap(failure);
            sample.stop(timer(call.operation(), CallOutcome.of(reason)));
            if (reason == null) {
                measured.complete(value);
            } else {
                measured.completeExceptionally(reason);
            }
        });
        Futures.cancelWith(measured, answer);
        return measured;
    }

    private Timer timer(Operation operation, CallOutcome outcome) {
        return Timer.builder(CallOutcome.METER)
                .description("Calls to DevPayr, each with all its tries")
                .tag("operation", operation.id())
                .tag("outcome", outcome.outcome())
                .tag("status", outcome.status())
                .register(registry);
    }
}
