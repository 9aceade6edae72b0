package com.devpayr.spring.observation;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.operation.Operation;
import com.devpayr.spring.DevPayrDecorator;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;

/**
 * Decorator that observes each call from start to completion, including all attempts. The result of a call does not depend on
 * its observation.
 */
final class ObservingDecorator implements DevPayrDecorator, Ordered {
    private final ObservationRegistry registry;
    private final CallObservationConvention convention;

    ObservingDecorator(ObservationRegistry registry, CallObservationConvention convention) {
        this.registry = registry;
        this.convention = convention;
    }

    @Override
    public DevPayr decorate(DevPayr devpayr) {
        return devpayr.with(this::observe);
    }

    @Override
    public AsyncDevPayr decorate(AsyncDevPayr devpayr) {
        return devpayr.with(this::observe);
    }

    @Override
    public int getOrder() {
        return OBSERVATION;
    }

    private @Nullable Object observe(Call call) {
        CallObservation observation = start(call.operation());
        Object result;
        try {
            result = observation.scoped(call::proceed);
        } catch (Throwable failure) {
            observation.stop(failure);
            throw failure;
        }
        observation.stop();
        return result;
    }

    private CompletableFuture<?> observe(AsyncCall call) {
        CallObservation observation = start(call.operation());
        CompletableFuture<?> result = observation.<CompletableFuture<?>>scoped(call::proceed);
        return stopWhenComplete(observation, result);
    }

    /** Returns a future that completes after the observation has stopped, so that its metrics are visible to the caller. */
    private static CompletableFuture<?> stopWhenComplete(CallObservation observation, CompletableFuture<?> result) {
        CompletableFuture<@Nullable Object> observed = Futures.derivedFrom(result);
        result.whenComplete((value, failure) -> {
            if (failure == null) {
                observation.stop();
                observed.complete(value);
            } else {
                observation.stop(Futures.unwrap(failure));
                observed.completeExceptionally(Futures.unwrap(failure));
            }
        });
        return observed;
    }

    private CallObservation start(Operation operation) {
        return CallObservation.start(
                registry,
                () -> Observation.createNotStarted(convention, () -> new CallObservationContext(operation), registry));
    }
}
